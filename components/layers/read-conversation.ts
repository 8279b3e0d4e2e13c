/** Reads what a conversation that is no scene was written as: an example, a kept layout, one in a link, or a recording. */

import type { Settings } from "../../lib/pipeline/analysis";
import { readChanges } from "../../lib/sessions/read-changes";
import { sessionToScenario } from "../../lib/sessions/session-to-scenario";
import { decodeShare } from "../../lib/share/codec";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { presets } from "../../lib/timeline/presets/presets";
import { type Failure, fail } from "../../lib/values/failure";
import { type Said, tell } from "../../lib/words/message";
import { openLayoutShelf } from "../layouts/layout-shelf";
import { wordsNow } from "../words/words-now";

export interface Written {
  readonly text: string;
  readonly settings: Settings;
  /** What was left out or changed, a sentence each. */
  readonly notes: readonly Said[];
}

export type WrittenOutcome = { readonly ok: true; readonly written: Written } | Failure;

const MODEL = presets[0].model;

const took = (text: string, settings: Settings, notes: readonly Said[] = []): WrittenOutcome => ({
  ok: true,
  written: { text, settings, notes },
});

function fromLayout({ text, model, region, scenario, play, mediaSizes }: SharedLayout): WrittenOutcome {
  const settings = { model: model ?? MODEL, region, scenario, ...play };
  const notes = play?.readings ? [tell("layers.readings")] : [];
  return took(text, mediaSizes ? { ...settings, mediaSizes } : settings, notes);
}

async function readRecording(id: string): Promise<WrittenOutcome> {
  try {
    const path = `/api/record/${encodeURIComponent(id)}`;
    const read = await readChanges((query) => fetch(`${path}?${query}`, { cache: "no-store" }), "version=0");
    if (!read.ok) {
      return fail(tell(read.response.status === 404 ? "layers.noRecording" : "layers.recordingRefused"));
    }
    const made = sessionToScenario(read.answer, null, [], wordsNow());
    if (!made.ok) return made;
    return took(made.text, { model: MODEL, region: "intl", scenario: made.scenario }, made.notes);
  } catch {
    return fail(tell("layers.unreachable"));
  }
}

async function readKept(id: string): Promise<WrittenOutcome> {
  try {
    const kept = await openLayoutShelf().read(id);
    return kept ? fromLayout(kept.layout) : fail(tell("layers.notKept"));
  } catch {
    return fail(tell("layers.noStorage"));
  }
}

/** @param id a kind and what names it, as an address has it; e.g. `example:agent` */
export async function readConversation(id: string): Promise<WrittenOutcome> {
  const [kind, name = ""] = id.split(/:(.*)/s);
  if (kind === "kept") return readKept(name);
  if (kind === "session") return readRecording(name);
  if (kind === "layout") {
    const decoded = await decodeShare(name);
    return decoded.ok ? fromLayout(decoded.value) : decoded;
  }
  const preset = presets.find((each) => each.id === name);
  if (!preset) return fail(tell("layers.noExample"));
  const { text, model, scenario } = preset;
  return took(text, { model, region: "intl", scenario });
}

/** Offers one list of tools from the first request to the last, in place of one that grows and shrinks. */

import { applyEdits } from "../../prompt/apply-edits";
import { parsePrompt } from "../../prompt/parse";
import { replaceValue } from "../../prompt/value-edit";
import { addTool } from "../../timeline/change-tools";
import type { PlayEvent } from "../../timeline/play-event";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { CONTEXT_CACHE, type Measure } from "../measure";
import { withoutEvents } from "../without-events";

const changesList = ({ kind }: PlayEvent): boolean => kind === "add-tool" || kind === "remove-tool";

/** The document with these tools from the start; null where it has no list to add to. */
function withTools(text: string, events: readonly PlayEvent[]): string | null {
  const { prompt } = parsePrompt(text);
  if (!prompt) return null;
  const added = events
    .flatMap((event) => (event.kind === "add-tool" ? [event.name] : []))
    .filter((name) => !prompt.tools.some((tool) => tool.name === name));
  if (added.length === 0) return text;
  const { tools } = [...new Set(added)].reduce((grown, name) => addTool(grown, name), prompt);
  const written = replaceValue(
    text,
    "/tools",
    JSON.stringify(
      tools.map(({ value }) => value),
      null,
      2,
    ),
  );
  return written.ok ? applyEdits(text, written.edits) : null;
}

export const keepToolList: Measure = {
  id: "keep-tool-list",
  title: tell("measures.keepToolList"),
  kind: "cache",
  words: "more",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: tell("measures.keepToolListRisk"),
  find({ text, settings }) {
    const { scenario } = settings;
    if (!scenario) return fail(tell("measures.oneToolList"));
    const calm = withoutEvents(scenario, changesList);
    if (calm.gone === 0) return fail(tell("measures.sameToolList"));
    const events = scenario.turns.flatMap((turn) => turn.events ?? []);
    const all = withTools(text, events);
    if (all === null) return fail(tell("measures.noToolList"));
    const what = tell("measures.offerAll", { count: calm.gone });
    return { ok: true, text: all, settings: { ...settings, scenario: calm.scenario }, what };
  },
};

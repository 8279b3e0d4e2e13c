/** Offers one list of tools from the first request to the last, in place of one that grows and shrinks. */

import { applyEdits } from "../../prompt/apply-edits";
import { parsePrompt } from "../../prompt/parse";
import { replaceValue } from "../../prompt/value-edit";
import { addTool } from "../../timeline/change-tools";
import type { PlayEvent } from "../../timeline/play-event";
import { fail } from "../../values/failure";
import { formatMany } from "../../values/figures";
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
  title: "Keep the list of tools the same in every request",
  kind: "cache",
  words: "more",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: "The model may call a tool that is of no use at that moment; refuse the call instead.",
  find({ text, settings }) {
    const { scenario } = settings;
    if (!scenario) return fail("Only one request is played, so its list of tools cannot change.");
    const calm = withoutEvents(scenario, changesList);
    if (calm.gone === 0) return fail("The list of tools is the same in every request.");
    const events = scenario.turns.flatMap((turn) => turn.events ?? []);
    const all = withTools(text, events);
    if (all === null) return fail("The document has no list of tools that others could be added to.");
    const what = `Offer all tools from the start, without ${formatMany(calm.gone, "change")} of the list`;
    return { ok: true, text: all, settings: { ...settings, scenario: calm.scenario }, what };
  },
};

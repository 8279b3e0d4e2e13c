/** Writes the tools in one order, and the keys of each in one order, in every request. */

import { applyEdits } from "../../prompt/apply-edits";
import { canonicaliseTools } from "../../prompt/tool-edits";
import type { PlayEvent } from "../../timeline/play-event";
import type { Scenario, Turn } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import { CONTEXT_CACHE, type Measure } from "../measure";
import { withoutEvents } from "../without-events";

const sortTools = (text: string): string => {
  const sorted = canonicaliseTools(text);
  return sorted.ok ? applyEdits(text, sorted.edits) : text;
};

const sortBody = (turn: Turn): Turn =>
  turn.body === undefined ? turn : { ...turn, body: sortTools(turn.body) };

const isOrder = ({ kind }: PlayEvent): boolean => kind === "shuffle-tools" || kind === "reorder-tool-keys";

export const orderTools: Measure = {
  id: "order-tools",
  title: "Write tools and their keys in one fixed order",
  kind: "cache",
  words: "moved",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: "None: the model is offered the same tools.",
  find({ text, settings }) {
    const { scenario } = settings;
    if (!scenario) return fail("Only one request is played, so no order of tools changes.");
    const calm = withoutEvents(scenario, isOrder);
    const turns = calm.scenario.turns.map(sortBody);
    const sorted = turns.some(({ body }, index) => body !== calm.scenario.turns[index]?.body);
    if (calm.gone === 0 && !sorted) return fail("The tools are written in the same order in every request.");
    const ordered: Scenario = { ...calm.scenario, turns };
    const what = "Sort the tools by name and the keys of each by name";
    return { ok: true, text: sortTools(text), settings: { ...settings, scenario: ordered }, what };
  },
};

/** Writes the tools in one order, and the keys of each in one order, in every request. */

import { applyEdits } from "../../prompt/apply-edits";
import { canonicaliseTools } from "../../prompt/tool-edits";
import type { PlayEvent } from "../../timeline/play-event";
import type { Scenario, Turn } from "../../timeline/scenario";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
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
  title: tell("measures.orderTools"),
  kind: "cache",
  words: "moved",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: tell("measures.orderToolsRisk"),
  find({ text, settings }) {
    const { scenario } = settings;
    if (!scenario) return fail(tell("measures.oneOrder"));
    const calm = withoutEvents(scenario, isOrder);
    const turns = calm.scenario.turns.map(sortBody);
    const sorted = turns.some(({ body }, index) => body !== calm.scenario.turns[index]?.body);
    if (calm.gone === 0 && !sorted) return fail(tell("measures.sameOrder"));
    const ordered: Scenario = { ...calm.scenario, turns };
    const what = tell("measures.sortTools");
    return { ok: true, text: sortTools(text), settings: { ...settings, scenario: ordered }, what };
  },
};

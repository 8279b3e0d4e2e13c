/** Replaces old messages by a summary, at the turn where that is cheapest. */
import { writeFiller } from "../../timeline/filler-text";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { changeAt, findCheapestTurn } from "../cheapest-turn";
import { GATEWAY_ARTICLE, type Measure } from "../measure";

/** Tokens of the summary that is played. */
const SUMMARY_TOKENS = 200;

export const compactHistory: Measure = {
  id: "compact-history",
  title: tell("measures.compactHistory"),
  kind: "payload",
  instead: "history",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.compactHistoryRisk"),
  find(situation) {
    const { settings } = situation;
    const isCompacted = settings.scenario?.turns.some(({ events = [] }) =>
      events.some(({ kind }) => kind === "compact"),
    );
    if (isCompacted) return fail(tell("measures.compactedAlready"));
    const summary = `Summary so far: ${writeFiller(SUMMARY_TOKENS, 1)}`;
    const cheapest = findCheapestTurn(situation, { kind: "compact", summary });
    if (!cheapest) return fail(tell("measures.noHistory"));
    const what = tell("measures.compact", { tokens: SUMMARY_TOKENS, request: cheapest.request });
    return changeAt(situation, cheapest, what);
  },
};

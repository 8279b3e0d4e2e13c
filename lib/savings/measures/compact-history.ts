/** Replaces old messages by a summary, at the turn where that is cheapest. */
import { writeFiller } from "../../timeline/filler-text";
import { fail } from "../../values/failure";
import { formatTokens } from "../../values/figures";
import { changeAt, findCheapestTurn } from "../cheapest-turn";
import { GATEWAY_ARTICLE, type Measure } from "../measure";

/** Tokens of the summary that is played. */
const SUMMARY_TOKENS = 200;

export const compactHistory: Measure = {
  id: "compact-history",
  title: "Compress old messages once",
  kind: "payload",
  instead: "history",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: "What the summary leaves out is forgotten, and the request that writes it is not counted here.",
  find(situation) {
    const { settings } = situation;
    const isCompacted = settings.scenario?.turns.some(({ events = [] }) =>
      events.some(({ kind }) => kind === "compact"),
    );
    if (isCompacted) return fail("The history is compacted already.");
    const summary = `Summary so far: ${writeFiller(SUMMARY_TOKENS, 1)}`;
    const cheapest = findCheapestTurn(situation, { kind: "compact", summary });
    if (!cheapest) return fail("No turn adds a question, so there is no history to compress.");
    const what = `Put a summary of ${formatTokens(SUMMARY_TOKENS)} in place of the history before request ${cheapest.request}, where it is cheapest`;
    return changeAt(situation, cheapest, what);
  },
};

/** Leaves old tool results out of the history, at the turn where that is cheapest. */
import { fail } from "../../values/failure";
import { changeAt, findCheapestTurn } from "../cheapest-turn";
import { GATEWAY_ARTICLE, type Measure } from "../measure";

/** Messages whose results stay. */
const KEPT = 1;

export const dropOldResults: Measure = {
  id: "drop-old-results",
  title: "Leave out old tool results once",
  kind: "payload",
  instead: "history",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: "The model cannot look at those results again, and the cache behind them is thrown away once.",
  find(situation) {
    const cheapest = findCheapestTurn(situation, { kind: "drop-results", keep: KEPT });
    if (!cheapest) return fail("No question follows two tool results, so there is no old one to leave out.");
    const what = `Keep the newest result and leave the others out before request ${cheapest.request}, where it is cheapest`;
    return changeAt(situation, cheapest, what);
  },
};

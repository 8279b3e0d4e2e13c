/** Leaves old tool results out of the history, at the turn where that is cheapest. */
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { changeAt, findCheapestTurn } from "../cheapest-turn";
import { GATEWAY_ARTICLE, type Measure } from "../measure";

/** Messages whose results stay. */
const KEPT = 1;

export const dropOldResults: Measure = {
  id: "drop-old-results",
  title: tell("measures.dropOldResults"),
  kind: "payload",
  instead: "history",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.dropOldResultsRisk"),
  find(situation) {
    const cheapest = findCheapestTurn(situation, { kind: "drop-results", keep: KEPT });
    if (!cheapest) return fail(tell("measures.noOldResults"));
    const what = tell("measures.keepNewest", { request: cheapest.request });
    return changeAt(situation, cheapest, what);
  },
};

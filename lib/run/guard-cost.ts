/** Keeps a run below its ceiling, before a request is sent. */

import { formatAmount } from "../values/figures";
import { type RunProblem, type RunState, spentOf } from "./run-state";

/** Why the next request must not be sent: spent and the most it can cost would pass the ceiling. Null where it may. */
export function guardCost({ ceiling, next, records }: RunState): RunProblem | null {
  if (ceiling === null || !next) return null;
  const spent = spentOf({ records });
  if (spent === null || next.most === null) {
    return {
      kind: "ceiling",
      sentence: "The ceiling cannot be kept, because a price that it needs is unknown.",
      wayOut: "Enter the price, or run without a ceiling.",
    };
  }
  if (spent + next.most <= ceiling) return null;
  return {
    kind: "ceiling",
    sentence: `The next request could cost ${formatAmount(next.most, next.currency)} at most, which with ${formatAmount(spent, next.currency)} spent would pass the ceiling of ${formatAmount(ceiling, next.currency)}.`,
    wayOut: "Raise the ceiling and resume, or cancel the run.",
  };
}

/** Keeps a run below its ceiling, before a request is sent. */
import { type RunProblem, type RunState, spentOf } from "./run-state";

const money = (amount: number, currency: string | null): string =>
  `${amount.toPrecision(4)}${currency === null ? "" : ` ${currency}`}`;

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
    sentence: `The next request could cost ${money(next.most, next.currency)} at most, which with ${money(spent, next.currency)} spent would pass the ceiling of ${money(ceiling, next.currency)}.`,
    wayOut: "Raise the ceiling and resume, or cancel the run.",
  };
}

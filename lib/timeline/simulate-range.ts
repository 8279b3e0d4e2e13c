/** The range of what requests may cost, since the implicit cache promises nothing. */

import type { Totals } from "../bill/totals";
import { type SimulationInput, simulate } from "./simulate";

export interface TotalsRange {
  /** With every implicit read that is possible: the least cost. */
  readonly low: Totals;
  /** With no implicit read: the highest cost. */
  readonly high: Totals;
}

/** Totals of both ends; `input.implicit` has no say in them, and nothing is explained. */
export function simulateRange(input: SimulationInput): TotalsRange {
  const play = (implicit: "never" | "always"): Totals =>
    simulate({ ...input, implicit, explain: false }).totals;
  return { low: play("always"), high: play("never") };
}

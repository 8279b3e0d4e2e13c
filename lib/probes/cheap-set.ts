/** Which probes a first look is for: those that wait for nothing and cost least. */
import { listProbes } from "./list-probes";
import { estimateProbe, listUnmet, type ProbePlan } from "./plan";
import type { ProbeId } from "./probe";

type Setup = Pick<ProbePlan, "model" | "region" | "second">;

/** Those that the setup can ask, in the order of their numbers. */
export const listAskable = (setup: Setup): readonly ProbeId[] =>
  listProbes()
    .filter((probe) => listUnmet(probe, setup).length === 0)
    .map(({ id }) => id);

/** Seconds of waiting that a first look may take. */
const SHORT = 60;
/** Against the cheapest of them. */
const TWICE = 2;

/** Those without a long wait that cost at most twice what the cheapest of them can cost; unknown prices leave none out. */
export function listCheap(setup: Setup): readonly ProbeId[] {
  const quick = listAskable(setup)
    .map((id) => ({ id, ...estimateProbe(setup, id) }))
    .filter(({ seconds }) => seconds < SHORT);
  const least = Math.min(...quick.map(({ most }) => most ?? Number.POSITIVE_INFINITY));
  return quick.filter(({ most }) => most === null || most <= least * TWICE).map(({ id }) => id);
}

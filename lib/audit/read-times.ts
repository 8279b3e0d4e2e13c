/** What the times of an audit's calls show, whatever its usage claims. */
import { THRESHOLDS } from "./audit-thresholds";
import { type JudgedCall, timesOf } from "./judged-call";
import { compareRanks } from "./rank-test";
import { splitWarm } from "./split-warm";
import { type Spread, spreadOf } from "./spread";

export interface TimesFinding {
  /**
   * `falls`: warm calls are faster than cold ones. `stays`: they are not, though a cache would show. `splits`: some are
   * as fast as short calls, others as slow as cold ones. `unclear`: none of these can be told from chance.
   */
  readonly kind: "falls" | "stays" | "splits" | "unclear";
  readonly sentence: string;
}

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const chance = (p: number): string => (p < 0.001 ? "less than 0.001" : p.toFixed(3));

/** Whether the second takes so much longer than the first that neither a network nor chance explains it. */
function isLonger(fast: readonly number[], slow: readonly number[], most: number): boolean {
  const [low, high] = [spreadOf(fast), spreadOf(slow)];
  if (!low || !high) return false;
  const saved = high.median - low.median;
  const isLarge = saved >= THRESHOLDS.difference && saved >= THRESHOLDS.saving * high.median;
  return isLarge && compareRanks(fast, slow).p < most;
}

/** Whether warm calls save next to nothing of the time that a whole prompt takes, the fastest quarter of them included. */
function saveNothing(short: Spread, cold: Spread, warm: Spread): boolean {
  const recovered = (time: number): number => (cold.median - time) / (cold.median - short.median);
  return recovered(warm.median) < THRESHOLDS.notRecovered && recovered(warm.lower) < THRESHOLDS.recovered;
}

function findUnclear(isTelling: boolean): string {
  return isTelling
    ? "Warm calls lie between short and cold ones, so that the times cannot tell."
    : "A long prompt takes no measurably longer than a short one here, so that the times cannot tell. Try a longer prompt or more pairs.";
}

export function readTimes(calls: readonly JudgedCall[]): TimesFinding {
  const { times, what } = timesOf(calls);
  const [short, cold, warm] = [spreadOf(times.short), spreadOf(times.cold), spreadOf(times.warm)];
  if (!cold || !warm) return { kind: "unclear", sentence: findUnclear(false) };
  const isTelling = short !== null && isLonger(times.short, times.cold, THRESHOLDS.tellingChance);
  const medians = `${what}, median: cold ${seconds(cold.median)}, warm ${seconds(warm.median)}${short ? `, short ${seconds(short.median)}` : ""}`;
  const split = isTelling ? splitWarm(times) : null;
  if (split) {
    return {
      kind: "splits",
      sentence: `The warm calls are of two kinds: ${split.fast} take as long as a short prompt, ${split.slow} as long as a cold one (${medians}).`,
    };
  }
  if (isLonger(times.warm, times.cold, THRESHOLDS.chance)) {
    const { p } = compareRanks(times.warm, times.cold);
    return {
      kind: "falls",
      sentence: `Warm calls are faster than cold ones (${medians}; chance alone: ${chance(p)}).`,
    };
  }
  const stays =
    isTelling &&
    compareRanks(times.short, times.warm).p < THRESHOLDS.tellingChance &&
    saveNothing(short, cold, warm);
  return stays
    ? { kind: "stays", sentence: `Warm calls take as long as cold ones (${medians}).` }
    : { kind: "unclear", sentence: `${findUnclear(isTelling)} Seconds to the ${medians}.` };
}

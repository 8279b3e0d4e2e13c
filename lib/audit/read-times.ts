/** What the times of an audit's calls show, whatever its usage claims. */
import { type Message, tell } from "../words/message";
import { THRESHOLDS } from "./audit-thresholds";
import { type JudgedCall, nameMoment, timesOf } from "./judged-call";
import { compareRanks } from "./rank-test";
import { splitWarm } from "./split-warm";
import { type Spread, spreadOf } from "./spread";

export interface TimesFinding {
  /**
   * `falls`: warm calls are faster than cold ones. `stays`: they are not, though a cache would show. `splits`: some are
   * as fast as short calls, others as slow as cold ones. `unclear`: none of these can be told from chance.
   */
  readonly kind: "falls" | "stays" | "splits" | "unclear";
  readonly sentence: Message;
}

const seconds = (value: number): string => value.toFixed(2);
/** Chances below are no longer told apart. */
const LEAST_CHANCE = 0.001;

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

const findUnclear = (isTelling: boolean): Message =>
  isTelling ? tell("audit.timesBetween") : tell("audit.timesAlike");

export function readTimes(calls: readonly JudgedCall[]): TimesFinding {
  const { times, what } = timesOf(calls);
  const [short, cold, warm] = [spreadOf(times.short), spreadOf(times.cold), spreadOf(times.warm)];
  if (!cold || !warm) return { kind: "unclear", sentence: findUnclear(false) };
  const isTelling = short !== null && isLonger(times.short, times.cold, THRESHOLDS.tellingChance);
  const told = { what: nameMoment(what), cold: seconds(cold.median), warm: seconds(warm.median) };
  const medians = short
    ? tell("audit.medians", { ...told, short: seconds(short.median) })
    : tell("audit.mediansNoShort", told);
  const split = isTelling ? splitWarm(times) : null;
  if (split) {
    return {
      kind: "splits",
      sentence: tell("audit.timesSplit", { fast: split.fast, slow: split.slow, medians }),
    };
  }
  if (isLonger(times.warm, times.cold, THRESHOLDS.chance)) {
    const { p } = compareRanks(times.warm, times.cold);
    return {
      kind: "falls",
      sentence:
        p < LEAST_CHANCE
          ? tell("audit.timesFallSurely", { medians, chance: String(LEAST_CHANCE) })
          : tell("audit.timesFall", { medians, chance: p.toFixed(3) }),
    };
  }
  const stays =
    isTelling &&
    compareRanks(times.short, times.warm).p < THRESHOLDS.tellingChance &&
    saveNothing(short, cold, warm);
  return stays
    ? { kind: "stays", sentence: tell("audit.timesStay", { medians }) }
    : { kind: "unclear", sentence: tell("audit.timesUnclear", { why: findUnclear(isTelling), medians }) };
}

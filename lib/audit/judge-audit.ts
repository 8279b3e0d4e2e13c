/** The verdict of an audit: what the usage claims, held against times and reported costs. */
import { type Message, tell } from "../words/message";
import { THRESHOLDS } from "./audit-thresholds";
import { groupCalls, type JudgedCall, nameMoment, timesOf } from "./judged-call";
import { compareRanks } from "./rank-test";
import { type CostsFinding, readCosts } from "./read-costs";
import { claimsRead, type FieldsFinding, readFields } from "./read-fields";
import { readTimes, type TimesFinding } from "./read-times";
import { spreadOf } from "./spread";
import { type Verdict, type VerdictKind, wordVerdict } from "./verdict";

type Ruling = readonly [VerdictKind, Verdict["sureness"]];
type Rule = Readonly<Record<TimesFinding["kind"], Ruling>>;

/** What follows from claims and times where no cost is reported, or the cost adds nothing. */
const RULINGS: Readonly<Record<FieldsFinding["kind"], Rule>> = {
  says: {
    falls: ["caches-and-says-so", "high"],
    stays: ["says-so-and-does-not", "fair"],
    splits: ["scattered", "fair"],
    unclear: ["cannot-tell", "none"],
  },
  silent: {
    falls: ["caches-and-does-not-say-so", "high"],
    stays: ["does-not-cache", "high"],
    splits: ["scattered", "fair"],
    unclear: ["cannot-tell", "none"],
  },
  mixed: {
    falls: ["scattered", "fair"],
    // Too few reads to be compared with the others: the times speak against them, and not enough.
    stays: ["cannot-tell", "none"],
    splits: ["scattered", "high"],
    unclear: ["scattered", "fair"],
  },
  // What is claimed of cold calls is wrong in any case; warm ones may be fast all the same.
  impossible: {
    falls: ["caches-and-does-not-say-so", "fair"],
    stays: ["says-so-and-does-not", "high"],
    splits: ["scattered", "fair"],
    unclear: ["says-so-and-does-not", "fair"],
  },
};

/** Where the times cannot tell, a bill that falls is evidence of its own. */
function ruleByCost(fields: FieldsFinding, costs: CostsFinding): Ruling | null {
  if (costs.kind !== "falls") return null;
  if (fields.kind === "says") return ["caches-and-says-so", "fair"];
  return fields.kind === "silent" ? ["caches-and-does-not-say-so", "fair"] : null;
}

/** Says that the warm calls with a claimed read were faster than those without; null where they were not. */
function compareClaims(calls: readonly JudgedCall[]): Message | null {
  const { warm } = groupCalls(calls);
  const { times, what } = timesOf(calls);
  const of = (isRead: boolean): number[] =>
    times.warm.filter((_, index) => claimsRead(warm[index] ?? { usage: null }) === isRead);
  const [hits, misses] = [of(true), of(false)];
  const [fast, slow] = [spreadOf(hits), spreadOf(misses)];
  if (!fast || !slow || compareRanks(hits, misses).p >= THRESHOLDS.chance) return null;
  return tell("audit.fasterReads", {
    what: nameMoment(what),
    fast: fast.median.toFixed(2),
    slow: slow.median.toFixed(2),
  });
}

const SCATTERED_OTHERWISE = tell("audit.scatteredOtherwise");
const WIDE = tell("audit.wide");

/**
 * Judges the calls of an audit; disturbed ones must be left out. Pure noise in the times, without any claim, is taken
 * for a cache no more often than `THRESHOLDS.falseCaches`.
 */
export function judgeAudit(calls: readonly JudgedCall[]): Verdict {
  const { cold, warm } = groupCalls(calls);
  if (cold.length < THRESHOLDS.fewestCold || warm.length < THRESHOLDS.fewestWarm) {
    const { fewestCold, fewestWarm } = THRESHOLDS;
    const came = tell("audit.tooFew", { cold: cold.length, warm: warm.length, fewestCold, fewestWarm });
    return wordVerdict("cannot-tell", "none", [came]);
  }
  const [fields, times, costs] = [readFields(calls), readTimes(calls), readCosts(calls)];
  const byCost = times.kind === "unclear" ? ruleByCost(fields, costs) : null;
  const [kind, sureness] = byCost ?? RULINGS[fields.kind][times.kind];
  const found = [times.sentence, fields.sentence, costs.sentence];
  const faster = fields.kind === "mixed" ? compareClaims(calls) : null;
  if (faster || kind === "scattered") {
    const words = [fields.sentence, faster ?? times.sentence, costs.sentence, SCATTERED_OTHERWISE];
    return wordVerdict("scattered", faster ? "high" : sureness, words);
  }
  return wordVerdict(kind, sureness, [...found, kind === "does-not-cache" ? WIDE : null]);
}

/** The lessons that explain what is wrong with an analysed document: the problem that costs most first. */
import type { Diagnostic, Severity } from "../lint/diagnostic";
import type { Analysis } from "../pipeline/analysis";
import type { Miss } from "../timeline/find-misses";
import { greatestOf } from "../values/long-lists";
import type { Said } from "../words/message";
import { addressOf, findLessonOn, type Rung } from "./ladder";

/** A problem that some lesson explains. */
export interface FittingLesson {
  readonly rung: Rung;
  /** Where its explanation stands. */
  readonly address: string;
  /** What is wrong here, in the problem's own words. */
  readonly problem: Said;
  /** Tokens that were paid anew because of it, over all requests; 0 where nobody can say. */
  readonly tokens: number;
  readonly severity: Severity;
}

/** The worst first. */
const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const compare = (one: FittingLesson, other: FittingLesson): number =>
  other.tokens - one.tokens || SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);

type Played = Pick<Analysis, "diagnostics" | "timeline">;

/** Those that have the same key, each group in the order in which its first one stands. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Item[][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

const leadTo = (rung: Rung, problem: Said, tokens: number, severity: Severity): FittingLesson => ({
  rung,
  address: addressOf(rung.id, rung.explains),
  problem,
  tokens,
  severity,
});

/**
 * Tokens that the request before had left in the cache and that this one paid for again, in other words perhaps: what a
 * changed history costs is more than the same words that a hit would have read.
 */
function paidAnew({ index, tokens }: Miss, timeline: Played["timeline"]): number {
  const [row, before] = [timeline?.turns[index]?.ledger, timeline?.turns[index - 1]?.ledger];
  if (!row || !before) return tokens;
  const left = before.read + before.written - row.read;
  return Math.max(tokens, Math.min(left, row.written + row.uncached));
}

/** Of a kind of miss, the sentence of the first request that has it, and the tokens that all of them cost. */
function fromMisses({ timeline }: Played): FittingLesson[] {
  return groupBy(timeline?.misses ?? [], ({ code }) => code).flatMap((misses): FittingLesson[] => {
    const [first] = misses;
    const rung = first && findLessonOn(`reason:${first.code}`);
    const reasons = first ? (timeline?.turns[first.index]?.ledger.reasons ?? []) : [];
    const problem = reasons.find(({ code }) => code === first?.code)?.message;
    if (!rung || problem === undefined) return [];
    const tokens = misses.reduce((sum, miss) => sum + paidAnew(miss, timeline), 0);
    return [leadTo(rung, problem, tokens, "warning")];
  });
}

/** Every rule that a request breaks; what that costs stands with the misses. */
const fromRules = ({ diagnostics }: Played): FittingLesson[] =>
  diagnostics.flatMap(({ rule, message, severity }: Diagnostic): FittingLesson[] => {
    const rung = findLessonOn(`rule:${rule}`);
    return rung ? [leadTo(rung, message, 0, severity)] : [];
  });

/**
 * Each lesson once, the one whose problem costs most first: by the tokens that were paid anew because of it, then by how
 * severe it is. Of several problems that one lesson explains, a rule is told before a miss: it names the place.
 */
export function findLessons(analysis: Played): FittingLesson[] {
  const found = [...fromMisses(analysis), ...fromRules(analysis)];
  return groupBy(found, ({ rung }) => rung.id)
    .flatMap((problems): FittingLesson[] => {
      const tokens = greatestOf(problems.map((problem) => problem.tokens));
      const [told] = problems.toSorted((one, other) => one.tokens - other.tokens || compare(one, other));
      return told ? [{ ...told, tokens }] : [];
    })
    .toSorted(compare);
}

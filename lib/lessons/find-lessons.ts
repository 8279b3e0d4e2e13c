/** The lessons that explain what is wrong with an analysed document: the problem that costs most first. */
import type { Diagnostic, Severity } from "../lint/diagnostic";
import type { Analysis } from "../pipeline/analysis";
import type { Miss } from "../timeline/find-misses";
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

/** Of a kind of miss, the sentence of the first request that has it, and the tokens that all of them cost. */
function fromMisses({ timeline }: Played): FittingLesson[] {
  const byKind = Map.groupBy(timeline?.misses ?? [], ({ code }) => code);
  return [...byKind].flatMap(([code, misses]): FittingLesson[] => {
    const rung = findLessonOn(`reason:${code}`);
    const problem = sayMiss(misses, timeline);
    if (!rung || problem === undefined) return [];
    const tokens = misses.reduce((sum, miss) => sum + miss.tokens, 0);
    return [{ rung, address: addressOf(rung.id, rung.explains), problem, tokens, severity: "warning" }];
  });
}

function sayMiss([first]: readonly Miss[], timeline: Played["timeline"]): Said | undefined {
  if (!first) return undefined;
  const reasons = timeline?.turns[first.index]?.ledger.reasons ?? [];
  return reasons.find(({ code }) => code === first.code)?.message;
}

/** Every rule that a request breaks, without figures of its own. */
const fromRules = ({ diagnostics }: Played): FittingLesson[] =>
  diagnostics.flatMap(({ rule, message, severity }: Diagnostic): FittingLesson[] => {
    const rung = findLessonOn(`rule:${rule}`);
    return rung
      ? [{ rung, address: addressOf(rung.id, rung.explains), problem: message, tokens: 0, severity }]
      : [];
  });

/**
 * Each lesson once, with the worst of the problems that it explains. What the problem costs is the sum of its misses; a rule
 * that names the same lesson says it better, for it has the place and the mend, and is told in their stead.
 */
export function findLessons(analysis: Played): FittingLesson[] {
  const found = [...fromMisses(analysis), ...fromRules(analysis)];
  const byLesson = Map.groupBy(found, ({ rung }) => rung.id);
  return [...byLesson.values()]
    .flatMap((problems): FittingLesson[] => {
      const [costliest] = problems.toSorted(compare);
      const [rule] = problems.filter(({ tokens }) => tokens === 0).toSorted(compare);
      if (!costliest) return [];
      return [{ ...(rule ?? costliest), tokens: costliest.tokens }];
    })
    .toSorted(compare);
}

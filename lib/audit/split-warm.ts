/** Tells warm calls apart that met a cache and that did not, by their times alone. */
import { THRESHOLDS } from "./audit-thresholds";
import type { Groups } from "./judged-call";
import { spreadOf } from "./spread";

export interface Split {
  /** Numbers of calls. */
  readonly fast: number;
  readonly slow: number;
}

/** Where the sorted values have their widest gap: how many lie before it, its width, and that of the next widest. */
function findGap(sorted: readonly number[]) {
  const gaps = sorted
    .slice(1)
    .map((value, index) => ({ before: index + 1, width: value - (sorted[index] ?? 0) }));
  const [widest, next] = gaps.toSorted((a, b) => b.width - a.width);
  return { before: widest?.before ?? 0, width: widest?.width ?? 0, next: next?.width ?? 0 };
}

/**
 * Null where the warm calls are of one kind. Two kinds need a clear gap, a fair number on both sides, a fast side below
 * every cold call, and a slow side that is as slow as cold calls are: a few stragglers make none.
 */
export function splitWarm({ short, cold, warm }: Groups<number>): Split | null {
  const sorted = warm.toSorted((a, b) => a - b);
  const { before, width, next } = findGap(sorted);
  const [fast, slow] = [spreadOf(sorted.slice(0, before)), spreadOf(sorted.slice(before))];
  const [full, least] = [spreadOf(cold), spreadOf(short)];
  if (!fast || !slow || !full || !least) return null;
  const fewest = Math.max(2, THRESHOLDS.mixed * warm.length);
  const isFair = fast.count >= fewest && slow.count >= fewest;
  const range = full.median - least.median;
  const isFast = fast.max < full.min && full.median - fast.median >= THRESHOLDS.recovered * range;
  const isSlow = full.median - slow.median < THRESHOLDS.notRecovered * range;
  const isClear = width >= THRESHOLDS.gap * range && width >= 2 * next;
  return isFair && isFast && isSlow && isClear ? { fast: fast.count, slow: slow.count } : null;
}

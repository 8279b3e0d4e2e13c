/** Which requests of the chart are on the screen: of thousands only those are drawn. */
import type { TimeScale } from "./time-scale";
import type { VisibleRange } from "./use-visible-range";

/** Index of the first bar that stands at `x` or behind it, `count` where none does; found by halving. */
function findFirst(scale: Pick<TimeScale, "barX">, count: number, x: number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (scale.barX(middle) < x) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Indices of the bars on the screen with one more on either side, for a line that goes through all of them. */
export function visibleSpan(
  scale: Pick<TimeScale, "barX">,
  count: number,
  { from, to }: VisibleRange,
): { readonly first: number; readonly last: number } {
  return {
    first: Math.max(0, findFirst(scale, count, from) - 1),
    last: Math.min(count - 1, findFirst(scale, count, to)),
  };
}

/** Indices in order; `kept` is one of them wherever it stands, so that it keeps the focus. */
export function listVisible(
  scale: Pick<TimeScale, "barX">,
  count: number,
  { from, to }: VisibleRange,
  kept: number,
): number[] {
  const first = findFirst(scale, count, from);
  const visible: number[] = [];
  for (let index = first; index < count && scale.barX(index) <= to; index++) visible.push(index);
  if (kept >= count || visible.includes(kept)) return visible;
  return kept < first ? [kept, ...visible] : [...visible, kept];
}

/** Cumulative cost of the requests, with the cache and without. */
import type { TimelineView } from "../../lib/analysis/analysis";
import { formatMoney } from "../ui/format-number";
import type { TimeScale } from "./time-scale";

interface CostLinesProps {
  readonly timeline: TimelineView;
  readonly scale: TimeScale;
  readonly top: number;
  readonly bottom: number;
  readonly currency: "USD" | "CNY";
}

const LABEL_GAP = 14;

function addUp(amounts: readonly (number | null)[]): number[] | null {
  let sum = 0;
  const sums: number[] = [];
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
    sums.push(sum);
  }
  return sums;
}

export function CostLines({ timeline, scale, top, bottom, currency }: CostLinesProps) {
  const { turns } = timeline;
  const withCache = addUp(turns.map(({ ledger }) => ledger.cost));
  const without = addUp(turns.map(({ ledger }) => ledger.costWithoutCache));
  if (!withCache || !without || turns.length < 2) return null;
  const highest = Math.max(withCache.at(-1) ?? 0, without.at(-1) ?? 0, Number.MIN_VALUE);
  const y = (amount: number): number => bottom - (amount / highest) * (bottom - top);
  const path = (sums: readonly number[]): string =>
    sums
      .map((sum, index) => `${index === 0 ? "M" : "L"}${scale.x(turns[index]?.at ?? 0)},${y(sum)}`)
      .join("");
  const endX = scale.x(turns.at(-1)?.at ?? 0) + scale.barWidth / 2 + 12;
  const layoutY = y(withCache.at(-1) ?? 0);
  const plainY = y(without.at(-1) ?? 0);
  const apart =
    Math.abs(layoutY - plainY) < LABEL_GAP ? (layoutY > plainY ? LABEL_GAP / 2 : -LABEL_GAP / 2) : 0;
  return (
    <g pointerEvents="none">
      <path d={path(without)} fill="none" stroke="var(--faint)" strokeWidth={1.5} strokeDasharray="4 3" />
      <path d={path(withCache)} fill="none" stroke="var(--ink)" strokeWidth={1.75} />
      <text x={endX} y={plainY - apart + 4} fontSize={11} fill="var(--mute)">
        without cache {formatMoney(without.at(-1) ?? 0, currency)}
      </text>
      <text x={endX} y={layoutY + apart + 4} fontSize={11} fontWeight={600} fill="var(--ink)">
        this layout {formatMoney(withCache.at(-1) ?? 0, currency)}
      </text>
    </g>
  );
}

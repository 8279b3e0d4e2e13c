/** Cumulative cost of the requests: as laid out, without a cache, and with the implicit cache at its best, which is not promised. */
import { LinePath } from "@visx/shape";
import { memo } from "react";
import { roundAmount } from "../../lib/bill/bill";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { formatMoney } from "../../lib/values/figures";
import { visibleSpan } from "./list-visible";
import type { TimeScale } from "./time-scale";
import type { VisibleRange } from "./use-visible-range";

interface CostLinesProps {
  readonly timeline: TimelineView;
  readonly scale: TimeScale;
  readonly top: number;
  readonly bottom: number;
  readonly currency: "USD" | "CNY";
  /** Pixels that are on the screen: a line of thousands of points is slow to paint. */
  readonly visible: VisibleRange;
}

interface CostLine {
  readonly label: string;
  /** Behind the amount, which is to be seen where the line of words is cut. */
  readonly caution?: string;
  readonly sums: readonly number[];
  readonly stroke: string;
  readonly width: number;
  readonly dash?: string;
}

/** Pixels between two labels. */
const LABEL_GAP = 13;

/** Sums so far; null where an amount is unknown. */
function addUp(amounts: readonly (number | null)[]): number[] | null {
  let sum = 0;
  const sums: number[] = [];
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
    sums.push(roundAmount(sum));
  }
  return sums;
}

function listLines({ turns, implicitAtBest }: TimelineView): CostLine[] {
  const laid = addUp(turns.map(({ ledger }) => ledger.cost));
  const plain = addUp(turns.map(({ ledger }) => ledger.costWithoutCache));
  const implicit = addUp(implicitAtBest);
  return [
    ...(plain
      ? [{ label: "without cache", sums: plain, stroke: "var(--faint)", width: 1.5, dash: "4 3" }]
      : []),
    ...(implicit
      ? [
          {
            label: "implicit at best",
            caution: ", not promised",
            sums: implicit,
            stroke: "var(--completion)",
            width: 1.25,
            dash: "1.5 2.5",
          },
        ]
      : []),
    ...(laid ? [{ label: "this layout", sums: laid, stroke: "var(--ink)", width: 1.75 }] : []),
  ];
}

export const CostLines = memo(function CostLines({
  timeline,
  scale,
  top,
  bottom,
  currency,
  visible,
}: CostLinesProps) {
  const { turns } = timeline;
  const lines = listLines(timeline);
  if (turns.length < 2 || lines.length === 0) return null;
  const endOf = ({ sums }: CostLine): number => sums.at(-1) ?? 0;
  const highest = Math.max(...lines.map(endOf), Number.MIN_VALUE);
  const y = (amount: number): number => bottom - (amount / highest) * (bottom - top);
  const endX = scale.barX(turns.length - 1) + scale.barWidth / 2 + 12;
  const { first, last } = visibleSpan(scale, turns.length, visible);
  // From the top down, each label below the one before.
  let free = Number.NEGATIVE_INFINITY;
  const placed = lines
    .toSorted((a, b) => endOf(b) - endOf(a))
    .map((line) => {
      const at = Math.max(y(endOf(line)) + 4, free);
      free = at + LABEL_GAP;
      return { line, at };
    });
  return (
    <g pointerEvents="none">
      {lines.map((line) => (
        <LinePath
          key={line.label}
          data={line.sums.slice(first, last + 1)}
          x={(_, index) => scale.barX(first + index)}
          y={(sum) => y(sum)}
          stroke={line.stroke}
          strokeWidth={line.width}
          strokeDasharray={line.dash}
        />
      ))}
      {placed.map(({ line, at }) => (
        <text
          key={line.label}
          x={endX}
          y={at}
          fontSize={11}
          fontWeight={line.label === "this layout" ? 600 : 400}
          fill={line.label === "this layout" ? "var(--ink)" : "var(--mute)"}
        >
          {line.label} {formatMoney(endOf(line), currency)}
          {line.caution}
        </text>
      ))}
    </g>
  );
});

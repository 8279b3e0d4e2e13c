"use client";
/** The strip of money below the bars: what has been paid so far, step by step, each line named where it ends. */

import { LinePath } from "@visx/shape";
import { memo } from "react";
import type { Currency } from "../../lib/offers/offer";
import { formatMoney } from "../../lib/values/figures";
import type { Said } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import { visibleSpan } from "./list-visible";
import { type MoneyLine, spreadLabels } from "./money-lines";
import type { TimeScale } from "./time-scale";
import { MARGIN } from "./use-chart-layout";
import type { VisibleRange } from "./use-visible-range";

interface MoneyStripProps {
  readonly lines: readonly MoneyLine[];
  /** Requests. */
  readonly count: number;
  /** Of the first request: where no line begins, its price is what is missing. */
  readonly model: string;
  readonly scale: TimeScale;
  readonly top: number;
  readonly bottom: number;
  /** Pixel of an amount of one conversation. */
  readonly y: (amount: number) => number;
  readonly currency: Currency;
  readonly moneyPer: number;
  /** Pixels that are on the screen: a line of thousands of points is slow to paint. */
  readonly visible: VisibleRange;
}

interface Look {
  readonly stroke: string;
  readonly width: number;
  readonly dash?: string;
}

/** Told apart by their strokes: the four colours mean tokens. */
export const LOOKS: Readonly<Record<MoneyLine["id"], Look>> = {
  laid: { stroke: "var(--ink)", width: 2 },
  plain: { stroke: "var(--mute)", width: 1.5, dash: "6 3" },
  implicit: { stroke: "var(--mute)", width: 1.5, dash: "1.5 3" },
};

/** Words stay legible where a line of the grid passes behind them. */
const HALO = { stroke: "var(--raised)", strokeWidth: 3, paintOrder: "stroke" } as const;

/** Pixels of one line of words. */
const LINE = 13;

/** A request is paid for at once: up at its bar, level to the next. */
function stepPoints(
  sums: readonly number[],
  first: number,
  last: number,
  scale: TimeScale,
): { readonly x: number; readonly amount: number }[] {
  const points: { x: number; amount: number }[] = [];
  for (let index = first; index <= Math.min(last, sums.length - 1); index++) {
    const x = scale.barX(index);
    points.push({ x, amount: sums[index - 1] ?? 0 }, { x, amount: sums[index] ?? 0 });
  }
  return points;
}

export const MoneyStrip = memo(function MoneyStrip(props: MoneyStripProps) {
  const { lines, count, model, scale, top, bottom, y, currency, moneyPer, visible } = props;
  const { t, say } = useWords();
  const { first, last } = visibleSpan(scale, count, visible);
  if (lines.every(({ sums }) => sums.length === 0)) {
    return (
      <text x={MARGIN.left + 14} y={(top + bottom) / 2 + 4} fontSize={12} fill="var(--warn)">
        {model ? t("timeline.noPriceOfModel", { model }) : t("timeline.noPriceOfThisModel")}
      </text>
    );
  }
  const endX = scale.barX(count - 1) + scale.barWidth / 2;
  const labelX = endX + 26;
  const endOf = ({ sums }: MoneyLine): number => sums.at(-1) ?? 0;
  const notesOf = ({ missing, caution }: MoneyLine): Said | null => missing ?? caution;
  const middles = spreadLabels(
    lines.map((line) => ({ at: y(endOf(line)), height: notesOf(line) === null ? LINE : 2 * LINE - 2 })),
    top - 4,
    bottom + 4,
  );
  return (
    <g pointerEvents="none">
      {lines.map((line, index) => {
        const { id, label, sums, missing } = line;
        const look = LOOKS[id];
        const notes = notesOf(line);
        const middle = middles[index] ?? 0;
        const baseline = middle + (notes === null ? 4 : -2);
        const stopX = scale.barX(Math.max(0, sums.length - 1));
        const points = stepPoints(sums, first, last, scale);
        const isEndInSight = missing === null && last === count - 1;
        return (
          <g key={id} data-money-line={id}>
            {points.length > 0 && (
              <LinePath
                data={isEndInSight ? [...points, { x: endX + 8, amount: endOf(line) }] : points}
                x={({ x }) => x}
                y={({ amount }) => y(amount)}
                stroke={look.stroke}
                strokeWidth={look.width}
                strokeDasharray={look.dash}
              />
            )}
            {missing !== null && sums.length > 0 && (
              <path
                d={`M${stopX - 3.5},${y(endOf(line)) - 3.5}l7,7m0,-7l-7,7`}
                stroke={look.stroke}
                strokeWidth={1.5}
              />
            )}
            {/* The stroke again beside its name, so that a label that had to move is still told by its line. */}
            <line
              x1={endX + 8}
              x2={labelX - 5}
              y1={missing === null ? y(endOf(line)) : baseline - 4}
              y2={baseline - 4}
              stroke={look.stroke}
              strokeWidth={look.width}
              strokeDasharray={look.dash}
            />
            <text
              x={labelX}
              y={baseline}
              fontSize={11}
              fontWeight={id === "laid" ? 600 : 400}
              fill="var(--ink)"
              {...HALO}
            >
              {say(label)}
              {sums.length > 0 && missing === null && ` ${formatMoney(endOf(line) * moneyPer, currency)}`}
            </text>
            {notes !== null && (
              <text
                x={labelX}
                y={baseline + 11}
                fontSize={10}
                fill={missing ? "var(--warn)" : "var(--mute)"}
                {...HALO}
              >
                {say(notes)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});

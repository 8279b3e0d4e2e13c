"use client";
/** The axes at the left edge of the chart: tokens beside the bars, money beside its strip; they stay when it is scrolled. */

import { AxisLeft } from "@visx/axis";
import type { scaleLinear } from "@visx/scale";
import type { Currency } from "../../lib/offers/offer";
import { formatColumn, formatCount, formatShortCount } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import type { MoneyLine } from "./money-lines";
import { LOOKS } from "./money-strip";
import { type ChartLayout, MARGIN } from "./use-chart-layout";

type LinearScale = ReturnType<typeof scaleLinear<number>>;

interface ValueAxesProps {
  readonly layout: ChartLayout;
  readonly tokens: LinearScale;
  readonly money: LinearScale;
  readonly currency: Currency;
  readonly moneyPer: number;
  /** Lines of money whose ends, and so their names, may be out of sight; they are named here. */
  readonly unnamed: readonly Pick<MoneyLine, "id" | "label">[];
  /** Why there is no line, where another system plays. */
  readonly noEntries: string | null;
}

/** Pixels at which names begin behind the heading, and from one to the next. */
const NAMES = { from: 196, apart: 122 };

const label = {
  fontSize: 10.5,
  fill: "var(--mute)",
  textAnchor: "end",
  verticalAnchor: "middle",
  fontFamily: "inherit",
} as const;

export function ValueAxes({ layout, tokens, money, currency, moneyPer, unnamed, noEntries }: ValueAxesProps) {
  const { t, say } = useWords();
  const { top, bottom, moneyTop, moneyBottom, lanesTop, tokenTicks, entries } = layout;
  const amounts = money.ticks(moneyBottom - moneyTop > 90 ? 4 : 2).map((amount) => amount * moneyPer);
  const write = formatColumn(amounts, currency);
  const heading = { x: 8, fontSize: 11, fontWeight: 600, fill: "var(--mute)" } as const;
  return (
    <g aria-hidden pointerEvents="none">
      {/* What is scrolled passes behind the figures. */}
      <rect x={0} y={0} width={MARGIN.left - 2} height={layout.axis} fill="var(--panel)" />
      <rect
        x={0}
        y={moneyTop + 0.5}
        width={MARGIN.left - 2}
        height={moneyBottom - moneyTop - 1}
        fill="var(--raised)"
      />
      <text {...heading} y={14}>
        {t("timeline.tokens")}
      </text>
      <AxisLeft
        scale={tokens}
        left={MARGIN.left - 2}
        tickValues={[...tokenTicks]}
        tickFormat={(count) => formatShortCount(Number(count))}
        hideTicks
        tickLength={2}
        stroke="var(--line)"
        tickLabelProps={{ ...label, dx: -2 }}
      />
      <line x1={MARGIN.left - 2} x2={MARGIN.left - 2} y1={top} y2={bottom} stroke="var(--line)" />
      <text {...heading} y={moneyTop - 7}>
        {moneyPer > 1
          ? t("timeline.paidSoFarMany", { conversations: formatCount(moneyPer) })
          : t("timeline.paidSoFar")}
      </text>
      {unnamed.map(({ id, label: name }, index) => {
        const { stroke, width, dash } = LOOKS[id];
        const x = NAMES.from + index * NAMES.apart;
        return (
          <g key={id}>
            <line
              x1={x}
              x2={x + 18}
              y1={moneyTop - 11}
              y2={moneyTop - 11}
              stroke={stroke}
              strokeWidth={width}
              strokeDasharray={dash}
            />
            <text x={x + 23} y={moneyTop - 7} fontSize={11} fill="var(--mute)">
              {say(name)}
            </text>
          </g>
        );
      })}
      <AxisLeft
        scale={money}
        left={MARGIN.left - 2}
        tickValues={amounts.map((amount) => amount / moneyPer)}
        tickFormat={(amount) => write(Number(amount) * moneyPer)}
        hideTicks
        tickLength={2}
        stroke="var(--line)"
        tickLabelProps={{ ...label, fontSize: 9.5, dx: -1 }}
      />
      <text {...heading} y={lanesTop - 8}>
        {entries.length === 0 ? (noEntries ?? t("timeline.noEntries")) : t("timeline.entries")}
      </text>
    </g>
  );
}

"use client";
/** The axis of time below the bars: each bar is led to its moment, requests of one instant by a bracket. */
import { AxisBottom } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleLinear } from "@visx/scale";
import { formatClock } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import { type ChartLayout, MARGIN } from "./use-chart-layout";
import type { VisibleRange } from "./use-visible-range";

interface TimeAxisProps {
  readonly layout: ChartLayout;
  /** Start of each request, in seconds. */
  readonly starts: readonly number[];
  /** Requests that are drawn. */
  readonly drawn: readonly number[];
  readonly visible: VisibleRange;
  /** True leaves it to another line to say when entries end: while a request is dragged. */
  readonly quiet: boolean;
}

/** A line from the foot of a bar, or a bracket of several, to its true time. */
function leadToTime({ scale, stems, axis }: ChartLayout, starts: readonly number[], request: number): string {
  const { first, size } = scale.companyOf(request);
  const from = scale.barX(first);
  const to = scale.barX(first + size - 1);
  const reach = scale.barWidth / 2;
  const bracket = size > 1 ? `M${from - reach},${stems}v3H${to + reach}v-3` : "";
  return `${bracket}M${(from + to) / 2},${stems + 3}L${scale.x(starts[first] ?? 0)},${axis}`;
}

export function TimeAxis({ layout, starts, drawn, visible, quiet }: TimeAxisProps) {
  const { scale, top, axis, beyond, lastEnd } = layout;
  const { t } = useWords();
  const ticks = scale.ticks.filter((tick) => scale.x(tick) >= visible.from && scale.x(tick) <= visible.to);
  const firsts = new Set(drawn.map((request) => scale.companyOf(request).first));
  const foot = layout.height - 4;
  const right = scale.width - MARGIN.right + 12;
  const ends = beyond ?? lastEnd;
  return (
    <Group aria-hidden pointerEvents="none">
      {ticks.map((tick) => (
        <line key={tick} x1={scale.x(tick)} x2={scale.x(tick)} y1={top} y2={foot} stroke="var(--line-soft)" />
      ))}
      <line x1={MARGIN.left} x2={right} y1={axis} y2={axis} stroke="var(--line)" />
      <path
        d={[...firsts].map((request) => leadToTime(layout, starts, request)).join("")}
        fill="none"
        stroke="var(--faint)"
      />
      <AxisBottom
        top={axis}
        scale={scaleLinear<number>({ domain: [0, 1], range: [scale.x(0), scale.x(1)] })}
        tickValues={ticks}
        tickFormat={(tick) => formatClock(Number(tick))}
        hideAxisLine
        stroke="var(--line)"
        tickStroke="var(--line)"
        tickLength={4}
        tickLabelProps={{
          fontSize: 10.5,
          fill: "var(--mute)",
          textAnchor: "middle",
          fontFamily: "inherit",
          dy: -2,
        }}
      />
      {ends !== null && !quiet && (
        <text
          x={beyond === null ? scale.x(ends) - 5 : right}
          y={top - 6}
          textAnchor="end"
          fontSize={10.5}
          fill="var(--mute)"
          data-entries-end={Math.round(ends)}
        >
          {t(beyond === null ? "timeline.entriesEndAt" : "timeline.entriesEndLater", {
            clock: formatClock(ends),
          })}
        </text>
      )}
      {lastEnd !== null && beyond === null && (
        <line
          x1={scale.x(lastEnd)}
          x2={scale.x(lastEnd)}
          y1={top - 14}
          y2={foot}
          stroke="var(--mute)"
          strokeDasharray="2 3"
        />
      )}
    </Group>
  );
}

"use client";
/** Requests over time: what each read, wrote and paid, and how long the entries lived. */
import { AxisBottom } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleLinear } from "@visx/scale";
import { type RefObject, useCallback } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { changeGap } from "../../lib/timeline/edit-scenario";
import { formatClock } from "../../lib/values/figures";
import { useCanEdit } from "../page-mode";
import { useActions, usePlayground, usePlaygroundStore } from "../playground-context";
import { useSize } from "../ui/use-size";
import { CostLines } from "./cost-lines";
import { EntryLanes } from "./entry-lanes";
import { FillPatterns } from "./fill-patterns";
import { hasGap } from "./has-gap";
import { listVisible } from "./list-visible";
import { RequestBar } from "./request-bar";
import { TtlCliff } from "./ttl-cliff";
import { MARGIN, useChartLayout } from "./use-chart-layout";
import { useGapDrag } from "./use-gap-drag";
import { useVisibleRange } from "./use-visible-range";

const EVERYTHING = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

interface TimelineChartProps {
  readonly timeline: TimelineView;
  readonly currency: "USD" | "CNY";
  readonly zoom: number;
  /** True draws what is beyond the screen too. */
  readonly whole: boolean;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

export function TimelineChart({ timeline, currency, zoom, whole, drawing }: TimelineChartProps) {
  const [host, { width, height }] = useSize<HTMLDivElement>();
  const { store } = usePlaygroundStore();
  const selected = usePlayground((state) => state.turn);
  const outlined = usePlayground(
    ({ highlighted, good }) =>
      good?.shown.request.segments.findIndex(({ pointer }) => pointer === highlighted) ?? -1,
  );
  const actions = useActions();
  const canEdit = useCanEdit();
  const { turns, entries, misses } = timeline;
  const missOf = new Map(misses.map((miss) => [miss.index, miss]));

  const setGap = useCallback(
    (index: number, gap: number) => {
      const { good, settings } = store.getState();
      const turn = good?.timeline.turns[index];
      if (settings.scenario && turn) actions.setScenario(changeGap(settings.scenario, turn.turn, gap));
    },
    [store, actions],
  );
  const gapOf = useCallback(
    (index: number) => {
      const { good, settings } = store.getState();
      return settings.scenario?.turns[good?.timeline.turns[index]?.turn ?? -1]?.gap ?? 0;
    },
    [store],
  );
  const { drag, grab } = useGapDrag(setGap);

  const layout = useChartLayout(timeline, { width, height, zoom, fixed: drag?.pixelsPerSecond });
  const { scale, bottom, axis } = layout;
  const onScreen = useVisibleRange(host, width);
  const visible = whole ? EVERYTHING : onScreen;
  const { pixelsPerSecond } = scale;
  const startDrag = useCallback(
    (event: React.PointerEvent, index: number) => grab(event, index, gapOf(index), pixelsPerSecond),
    [grab, gapOf, pixelsPerSecond],
  );
  const nudge = useCallback(
    (index: number, seconds: number) => setGap(index, Math.max(0, gapOf(index) + seconds)),
    [setGap, gapOf],
  );

  const right = scale.width - MARGIN.right + 16;
  const ticks = scale.ticks.filter((tick) => scale.x(tick) >= visible.from && scale.x(tick) <= visible.to);

  return (
    <div ref={host} className="min-h-0 flex-1 overflow-auto">
      <svg
        ref={drawing}
        width={scale.width}
        height={axis + 22}
        role="group"
        aria-label="Timeline of requests"
        className="block"
      >
        <FillPatterns />
        <Group aria-hidden>
          {ticks.map((tick) => (
            <line
              key={tick}
              x1={scale.x(tick)}
              x2={scale.x(tick)}
              y1={layout.top}
              y2={axis}
              stroke="var(--line-soft)"
            />
          ))}
          <AxisBottom
            top={axis}
            scale={scaleLinear<number>({ domain: [0, 1], range: [scale.x(0), scale.x(1)] })}
            tickValues={[...ticks]}
            tickFormat={(tick) => formatClock(Number(tick))}
            hideAxisLine
            hideTicks
            tickLength={2}
            tickLabelProps={{
              fontSize: 11,
              fill: "var(--mute)",
              textAnchor: "middle",
              fontFamily: "inherit",
            }}
          />
          <text x={MARGIN.left - 26} y={bottom + 13} textAnchor="end" fontSize={11} fill="var(--mute)">
            request
          </text>
        </Group>
        {drag && (
          <TtlCliff
            entries={entries}
            request={drag.index}
            after={turns[drag.index - 1]?.at ?? 0}
            scale={scale}
            top={layout.top}
            bottom={axis}
          />
        )}
        {listVisible(scale, turns.length, visible, selected).map((index) => {
          const turn = turns[index];
          if (!turn) return null;
          const x = scale.barX(index);
          const editable = canEdit && hasGap(turn);
          return (
            <RequestBar
              key={index}
              turn={turn}
              index={index}
              x={x}
              width={scale.barWidth}
              bottom={bottom}
              pixelsPerToken={layout.pixelsPerToken}
              selected={index === selected}
              miss={missOf.get(index)}
              outlined={outlined}
              onSelect={actions.selectTurn}
              {...(editable ? { onGrab: startDrag, onNudge: nudge } : {})}
            />
          );
        })}
        <line aria-hidden x1={MARGIN.left - 20} x2={right} y1={bottom} y2={bottom} stroke="var(--line)" />
        <CostLines
          timeline={timeline}
          scale={scale}
          top={layout.top + 8}
          bottom={bottom}
          currency={currency}
          visible={visible}
        />
        <EntryLanes
          entries={layout.entries}
          lanes={layout.lanes}
          scale={scale}
          top={layout.lanesTop}
          laneHeight={layout.laneHeight}
          right={right}
          from={visible.from}
          to={visible.to}
        />
        {entries.length === 0 && (
          <text x={MARGIN.left} y={layout.lanesTop + 6} fontSize={11} fill="var(--mute)">
            No cache entries: no marker took effect.
          </text>
        )}
      </svg>
      {layout.hidden > 0 && (
        <p className="px-3.5 pb-2 text-xs text-mute">{layout.hidden} more entries are not drawn.</p>
      )}
    </div>
  );
}

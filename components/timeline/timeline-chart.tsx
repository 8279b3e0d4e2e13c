"use client";
/** Requests over time: what each read, wrote and paid, and how long the entries lived. */
import type { TimelineView } from "../../lib/analysis/analysis";
import { useActions, usePlayground } from "../playground-context";
import { formatClock } from "../ui/format-number";
import { useSize } from "../ui/use-size";
import { CostLines } from "./cost-lines";
import { EntryLanes } from "./entry-lanes";
import { FillPatterns } from "./fill-patterns";
import { RequestBar } from "./request-bar";
import { layTimeScale } from "./time-scale";

const MARGIN = { left: 76, right: 176 };
const BARS_TOP = 12;
const BARS_HEIGHT = { least: 84, most: 260 };
const LANE_HEIGHT = 18;
const MAX_LANES = 12;

export function TimelineChart({ timeline, currency }: { timeline: TimelineView; currency: "USD" | "CNY" }) {
  const [host, { width, height }] = useSize<HTMLDivElement>();
  const selected = usePlayground((state) => state.turn);
  const actions = useActions();
  const { turns } = timeline;
  const last = turns.at(-1)?.at ?? 0;
  const until = Math.max(last * 1.04, last + 20, 60);
  const scale = layTimeScale(
    turns.map((turn) => turn.at),
    until,
    Math.max(width, 320),
    MARGIN,
  );
  const tallest = Math.max(...turns.map(({ ledger }) => ledger.prompt + ledger.completion), 1);
  const lanes = timeline.entries.slice(0, MAX_LANES);
  const below = 26 + lanes.length * LANE_HEIGHT + 8 + 26;
  const barsHeight = Math.min(Math.max(height - BARS_TOP - below, BARS_HEIGHT.least), BARS_HEIGHT.most);
  const bottom = BARS_TOP + barsHeight;
  const lanesTop = bottom + 26;
  const axis = lanesTop + lanes.length * LANE_HEIGHT + 8;
  const right = scale.width - MARGIN.right + 16;
  return (
    <div ref={host} className="min-h-0 flex-1 overflow-auto">
      <svg
        width={scale.width}
        height={axis + 22}
        role="group"
        aria-label="Timeline of requests"
        className="block"
      >
        <FillPatterns />
        {scale.ticks.map((tick) => (
          <g key={tick} aria-hidden>
            <line x1={scale.x(tick)} x2={scale.x(tick)} y1={BARS_TOP} y2={axis} stroke="var(--line-soft)" />
            <text x={scale.x(tick)} y={axis + 14} textAnchor="middle" fontSize={11} fill="var(--mute)">
              {formatClock(tick)}
            </text>
          </g>
        ))}
        <text
          aria-hidden
          x={MARGIN.left - 26}
          y={bottom + 13}
          textAnchor="end"
          fontSize={11}
          fill="var(--mute)"
        >
          request
        </text>
        {turns.map((turn, index) => (
          <RequestBar
            // biome-ignore lint/suspicious/noArrayIndexKey: a request is its number
            key={index}
            turn={turn}
            number={index + 1}
            x={scale.x(turn.at)}
            width={scale.barWidth}
            bottom={bottom}
            pixelsPerToken={(barsHeight - 8) / tallest}
            selected={index === selected}
            onSelect={() => actions.selectTurn(index)}
          />
        ))}
        <line aria-hidden x1={MARGIN.left - 20} x2={right} y1={bottom} y2={bottom} stroke="var(--line)" />
        <CostLines timeline={timeline} scale={scale} top={BARS_TOP + 8} bottom={bottom} currency={currency} />
        <EntryLanes entries={lanes} scale={scale} top={lanesTop} laneHeight={LANE_HEIGHT} right={right} />
        {timeline.entries.length === 0 && (
          <text x={MARGIN.left} y={lanesTop + 6} fontSize={11} fill="var(--mute)">
            No cache entries: no marker took effect.
          </text>
        )}
      </svg>
      {timeline.entries.length > MAX_LANES && (
        <p className="px-3.5 pb-2 text-xs text-mute">
          {timeline.entries.length - MAX_LANES} more entries are not drawn.
        </p>
      )}
    </div>
  );
}

/** One request as a stacked bar: read, written, uncached and completion tokens; its number is the handle of its gap. */
import { Group } from "@visx/group";
import { Bar } from "@visx/shape";
import { type KeyboardEvent, memo, type PointerEvent } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock, formatCount } from "../../lib/values/figures";
import { type PaintKind, paintOf } from "./fill-patterns";
import { MISS_SIGN, sayMiss } from "./miss-sign";

interface RequestBarProps {
  readonly turn: TurnView;
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly bottom: number;
  readonly pixelsPerToken: number;
  readonly selected: boolean;
  /** Absent where it read all that it could. */
  readonly miss?: Miss | undefined;
  /** Place of the segment to be outlined; -1 = none. */
  readonly outlined: number;
  readonly onSelect: (index: number) => void;
  /** Absent where the gap before the request cannot be changed. */
  readonly onGrab?: (event: PointerEvent<SVGGElement>, index: number) => void;
  /** @param seconds longer (or, negative, shorter) */
  readonly onNudge?: (index: number, seconds: number) => void;
}

const kinds: readonly PaintKind[] = ["read", "written", "uncached", "completion"];

/** A hit of one token must still be seen. */
const MIN_HEIGHT = 2;
/** Narrower bars have no room for every number. */
const NUMBERED = 12;

/** Seconds by which Alt and an arrow key change a gap; with Shift the larger step. */
const NUDGE = { small: 10, large: 60 };

export const RequestBar = memo(function RequestBar(props: RequestBarProps) {
  const { turn, index, x, width, bottom, pixelsPerToken, selected, outlined } = props;
  const { onSelect, onGrab, onNudge, miss } = props;
  const { ledger, bounds } = turn;
  const number = index + 1;
  const figures = kinds.map((kind) => `${formatCount(ledger[kind])} ${kind}`).join(", ");
  const end = bounds[outlined];
  const start = bounds[outlined - 1] ?? 0;
  const showNumber = width >= NUMBERED || selected || index % Math.ceil(NUMBERED / width) === 0;

  function handleKey(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onSelect(index);
    } else if (event.altKey && step !== 0 && onNudge) {
      event.preventDefault();
      onNudge(index, step * (event.shiftKey ? NUDGE.large : NUDGE.small));
    }
  }

  let top = bottom;
  return (
    <Group
      role="button"
      tabIndex={0}
      data-request={number}
      aria-pressed={selected}
      aria-keyshortcuts={onNudge ? "Alt+ArrowLeft Alt+ArrowRight" : undefined}
      aria-label={`Request ${number} at ${formatClock(turn.at)}: ${figures} tokens${
        turn.kind === "request" ? "" : `, ${turn.label}`
      }${turn.events.length === 0 ? "" : `; before it: ${turn.events.join(", ")}`}${miss ? `; ${sayMiss(miss)}` : ""}`}
      onClick={() => onSelect(index)}
      onKeyDown={handleKey}
      className="group cursor-pointer outline-none"
    >
      <title>
        {[
          `Request ${number} at ${formatClock(turn.at)}, ${turn.label}`,
          ...turn.events.map((event) => `before it: ${event}`),
          ...kinds.map((kind) => `${kind} ${formatCount(ledger[kind])}`),
          ...(miss ? [sayMiss(miss)] : []),
        ].join("\n")}
      </title>
      <Bar
        x={x - width / 2 - 3}
        y={0}
        width={width + 6}
        height={bottom + 18}
        rx={5}
        fill={selected ? "var(--selected)" : "transparent"}
        className="group-hover:fill-(--hover) group-focus-visible:stroke-(--accent)"
        strokeWidth={2}
      />
      {kinds
        .filter((kind) => ledger[kind] > 0)
        .map((kind) => {
          const height = Math.max(MIN_HEIGHT, ledger[kind] * pixelsPerToken);
          top -= height;
          return (
            <Bar
              key={kind}
              x={x - width / 2}
              y={top}
              width={width}
              height={height}
              fill={paintOf[kind]}
              rx={1}
            />
          );
        })}
      {end !== undefined && (
        <Bar
          pointerEvents="none"
          x={x - width / 2 - 2.5}
          y={bottom - end * pixelsPerToken}
          width={width + 5}
          height={Math.max(MIN_HEIGHT, (end - start) * pixelsPerToken)}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.5}
          rx={1.5}
        />
      )}
      {turn.events.length > 0 && (
        <path d={`M${x - 4},${Math.max(2, top - 10)}h8l-4,6z`} fill="var(--bad)" pointerEvents="none" />
      )}
      {miss && (
        <text
          x={x}
          y={Math.max(10, top - (turn.events.length > 0 ? 13 : 4))}
          textAnchor="middle"
          fontSize={11}
          fontWeight={700}
          fill="var(--bad)"
          pointerEvents="none"
          data-miss
        >
          {MISS_SIGN}
        </text>
      )}
      {showNumber && (
        <g
          onPointerDown={onGrab ? (event) => onGrab(event, index) : undefined}
          className={onGrab ? "cursor-ew-resize touch-none" : ""}
        >
          <Bar
            x={x - Math.max(width, 16) / 2}
            y={bottom + 2}
            width={Math.max(width, 16)}
            height={15}
            fill="transparent"
          />
          <text
            x={x}
            y={bottom + 13}
            textAnchor="middle"
            fontSize={11}
            fontWeight={selected ? 600 : 400}
            fill={selected ? "var(--ink)" : "var(--mute)"}
          >
            {number}
          </text>
        </g>
      )}
    </Group>
  );
});

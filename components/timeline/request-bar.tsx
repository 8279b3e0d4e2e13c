"use client";
/** One request as a stacked bar: read, written, uncached and completion tokens; grabbed anywhere it moves in time. */
import { Group } from "@visx/group";
import { Bar } from "@visx/shape";
import { type FocusEvent, type KeyboardEvent, memo, type PointerEvent } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import { type PaintKind, paintOf } from "./fill-patterns";
import { joinClauses, joinWithCommas, tellFigures } from "./join-said";
import { MISS_SIGN, sayMiss } from "./miss-sign";

interface RequestBarProps {
  readonly turn: TurnView;
  readonly index: number;
  readonly x: number;
  readonly width: number;
  /** Pixels to the next bar, and so the room for a word above it. */
  readonly room: number;
  readonly bottom: number;
  readonly pixelsPerToken: number;
  readonly selected: boolean;
  readonly dragged: boolean;
  /** Absent where it read all that it could. */
  readonly miss?: Miss | undefined;
  /** Place of the segment to be outlined; -1 = none. */
  readonly outlined: number;
  /** Id of the card that tells of it, while there is one. */
  readonly describedBy: string | undefined;
  readonly onSelect: (index: number) => void;
  /** Goes to another request by keyboard: the one before, the one after, the first or the last. */
  readonly onGo: (to: "before" | "after" | "first" | "last") => void;
  readonly hover: {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(): void;
    onFocus(event: FocusEvent): void;
    onBlur(): void;
  };
  /** Absent where the gap before the request cannot be changed. */
  readonly onGrab?: (event: PointerEvent<SVGGElement>, index: number) => void;
  /** @param seconds longer (or, negative, shorter) */
  readonly onNudge?: (index: number, seconds: number) => void;
}

const kinds: readonly PaintKind[] = ["read", "written", "uncached", "completion"];

/** A hit of one token must still be seen. */
const MIN_HEIGHT = 2;
/** Narrower bars have no room for every number. */
const NUMBERED = 14;
/** Pixels that the word "ping" needs to stand level. */
const WORD = 26;

/** Seconds by which Alt and an arrow key change a gap; with Shift the larger step. */
const NUDGE = { small: 10, large: 60 };

const GOES = { ArrowLeft: "before", ArrowRight: "after", Home: "first", End: "last" } as const;
const isGo = (key: string): key is keyof typeof GOES => Object.hasOwn(GOES, key);

/** The stretches of a bar from its foot up, in pixels. */
function stack({ ledger }: TurnView, bottom: number, pixelsPerToken: number) {
  let top = bottom;
  return kinds
    .filter((kind) => ledger[kind] > 0)
    .map((kind) => {
      const height = Math.max(MIN_HEIGHT, ledger[kind] * pixelsPerToken);
      top -= height;
      return { kind, top, height };
    });
}

/** What a screen reader says of a bar. */
function sayBar({ at, kind, label, events, ledger }: TurnView, number: number, miss: Miss | undefined): Said {
  const facts = { number, clock: formatClock(at), figures: tellFigures(ledger, true) };
  return joinClauses([
    kind === "request" ? tell("timeline.barOf", facts) : tell("timeline.barOfKind", { ...facts, label }),
    ...(events.length > 0 ? [tell("timeline.beforeEvents", { events: joinWithCommas(events) })] : []),
    ...(miss ? [sayMiss(miss)] : []),
  ]);
}

export const RequestBar = memo(function RequestBar(props: RequestBarProps) {
  const { turn, index, x, width, room, bottom, pixelsPerToken, selected, dragged, outlined } = props;
  const { onSelect, onGo, onGrab, onNudge, hover, miss, describedBy } = props;
  const { bounds } = turn;
  const number = index + 1;
  const isPing = turn.kind === "ping";
  const { t, say } = useWords();
  const end = bounds[outlined];
  const start = bounds[outlined - 1] ?? 0;
  const showNumber = room >= NUMBERED || selected || index % Math.ceil(NUMBERED / room) === 0;
  const stretches = stack(turn, bottom, pixelsPerToken);
  const top = stretches.at(-1)?.top ?? bottom;
  /** A ping is no part of the conversation: a slim frame beside the solid bars. */
  const drawn = isPing ? Math.max(4, width * 0.5) : width;
  const isUpright = room < WORD;
  const signTop = top - (isPing ? (isUpright ? 27 : 14) : 4);

  function handleKey(event: KeyboardEvent): void {
    const { key, altKey } = event;
    if (key === "Enter" || key === " ") {
      event.preventDefault();
      onSelect(index);
    } else if (altKey && onNudge && (key === "ArrowLeft" || key === "ArrowRight")) {
      event.preventDefault();
      const step = event.shiftKey ? NUDGE.large : NUDGE.small;
      onNudge(index, key === "ArrowRight" ? step : -step);
    } else if (!altKey && isGo(key)) {
      event.preventDefault();
      onGo(GOES[key]);
    }
  }

  return (
    <Group
      role="button"
      tabIndex={selected ? 0 : -1}
      data-request={number}
      aria-pressed={selected}
      aria-describedby={describedBy}
      aria-keyshortcuts={onNudge ? "Alt+ArrowLeft Alt+ArrowRight" : undefined}
      aria-label={say(sayBar(turn, number, miss))}
      onClick={() => onSelect(index)}
      onKeyDown={handleKey}
      onPointerDown={onGrab ? (event: PointerEvent<SVGGElement>) => onGrab(event, index) : undefined}
      {...hover}
      className={`group outline-none ${
        onGrab ? `touch-pan-y ${dragged ? "cursor-grabbing" : "cursor-grab"}` : "cursor-pointer"
      }`}
    >
      <Bar
        x={x - width / 2 - 1}
        y={2}
        width={width + 2}
        height={bottom + 14}
        rx={4}
        fill={selected ? "var(--selected)" : "transparent"}
        className="group-hover:fill-(--hover) group-focus-visible:stroke-(--accent)"
        strokeWidth={2}
      />
      <g data-stack>
        {stretches.map(({ kind, top: y, height }) => (
          <Bar
            key={kind}
            x={x - drawn / 2 + (isPing ? 0.75 : 0)}
            y={y}
            width={isPing ? drawn - 1.5 : drawn}
            height={height}
            fill={isPing ? "var(--panel)" : paintOf[kind]}
            {...(isPing ? { stroke: `var(--${kind})`, strokeWidth: 1.5 } : {})}
            rx={1}
          />
        ))}
      </g>
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
      {isPing && (
        <text
          {...(isUpright
            ? { transform: `translate(${x + 3.5},${top - 4}) rotate(-90)` }
            : { x, y: top - 4, textAnchor: "middle" })}
          fontSize={10}
          fill="var(--mute)"
          pointerEvents="none"
        >
          {t("timeline.ping")}
        </text>
      )}
      {miss && (
        <text
          x={x}
          y={Math.max(11, signTop)}
          textAnchor="middle"
          fontSize={12}
          fontWeight={700}
          fill="var(--bad)"
          pointerEvents="none"
          data-miss
        >
          {MISS_SIGN}
        </text>
      )}
      {turn.events.length > 0 && (
        // A flag: something was changed here.
        <path
          d={`M${x - 3},${Math.max(13, signTop - (miss ? 11 : 0))}v-11h8l-2.5,3l2.5,3h-8`}
          fill="var(--mute)"
          stroke="var(--mute)"
          strokeWidth={1}
          pointerEvents="none"
        />
      )}
      {showNumber && (
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
      )}
    </Group>
  );
});

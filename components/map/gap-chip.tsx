"use client";
/** The time between two requests as a chip: drag it up or down, step it with the arrow keys, or type it. */
import { type KeyboardEvent, memo, type PointerEvent, useRef } from "react";
import { formatClock } from "../../lib/values/figures";
import { countLetters } from "../ui/measure-letters";
import { useWords } from "../words/use-words";

interface GapChipProps {
  /** The request that comes after it, from 0. */
  readonly index: number;
  /** Seconds since the request before. */
  readonly gap: number;
  readonly x: number;
  /** Middle of the chip. */
  readonly y: number;
  readonly isEditable: boolean;
  readonly isInTabOrder: boolean;
  /** True where there is only room for figures. */
  readonly isShort: boolean;
  /** True where every entry had ended within it. */
  readonly isTooLong: boolean;
  readonly onChange: (index: number, gap: number) => void;
  /** Asks for a field to type it in. */
  readonly onType: (index: number) => void;
}

/** Seconds a step is worth: the longer the gap the coarser. */
const stepOf = (gap: number): number =>
  gap < 60 ? 1 : gap < 300 ? 5 : gap < 1800 ? 15 : gap < 7200 ? 60 : 300;

export const GapChip = memo(function GapChip(props: GapChipProps) {
  const { index, gap, x, y, isEditable, onChange, onType } = props;
  const { t, duration } = useWords();
  const name = gap === 0 ? t("map.atOnce") : duration(Math.round(gap * 10) / 10);
  const words = props.isShort && gap >= 60 ? formatClock(gap) : name;
  const width = countLetters(words) * 5.9 + (isEditable ? 24 : 14);
  const held = useRef<{ y: number; gap: number; moved: boolean } | null>(null);

  function press(event: PointerEvent<SVGGElement>): void {
    if (event.button !== 0 || !isEditable) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { y: event.clientY, gap, moved: false };
  }

  function move(event: PointerEvent<SVGGElement>): void {
    const from = held.current;
    if (!from) return;
    const pixels = event.clientY - from.y;
    if (!from.moved && Math.abs(pixels) < 4) return;
    from.moved = true;
    // A pixel is a step of what the gap has become on the way, so that seconds and hours are both within reach.
    let next = from.gap;
    for (let step = 0; step < Math.abs(pixels) / 2; step++) next += Math.sign(pixels) * stepOf(next);
    onChange(index, Math.max(0, Math.round(next)));
  }

  function release(): void {
    if (held.current && !held.current.moved) onType(index);
    held.current = null;
  }

  function handleKey(event: KeyboardEvent): void {
    const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 12, PageDown: -12 }[
      event.key
    ];
    if (step !== undefined) onChange(index, Math.max(0, gap + step * stepOf(gap)));
    else if (event.key === "Enter" || event.key === " ") onType(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const interaction = isEditable
    ? {
        role: "spinbutton",
        tabIndex: props.isInTabOrder ? 0 : -1,
        "aria-label": t("map.waitBefore", { number: index + 1 }),
        "aria-valuenow": gap,
        "aria-valuemin": 0,
        "aria-valuetext": name,
        onPointerDown: press,
        onPointerMove: move,
        onPointerUp: release,
        onPointerCancel: () => {
          held.current = null;
        },
        onKeyDown: handleKey,
      }
    : { "aria-hidden": true };
  return (
    <g
      {...interaction}
      data-gap={index}
      className={`group/chip outline-none ${isEditable ? "cursor-ns-resize touch-none" : ""}`}
    >
      <rect
        x={x}
        y={y - 9}
        width={width}
        height={17}
        rx={8.5}
        fill="var(--panel)"
        stroke={props.isTooLong ? "var(--bad)" : "var(--line)"}
        className="group-hover/chip:stroke-(--mute) group-focus-visible/chip:stroke-(--accent) group-focus-visible/chip:[stroke-width:2]"
      />
      <text
        x={x + 7}
        y={y + 3.5}
        fontSize={11}
        fill={props.isTooLong ? "var(--bad)" : "var(--mute)"}
        className="select-none"
      >
        {words}
        {isEditable ? " ↕" : ""}
      </text>
    </g>
  );
});

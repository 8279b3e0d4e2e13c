"use client";
/** A marker on the prefix: drag it, move it with Alt and the arrows, remove it with Delete. */
import { useDraggable } from "@dnd-kit/core";
import type { KeyboardEvent } from "react";
import type { MarkerView } from "../../lib/pipeline/analysis";
import type { Fate } from "../../lib/timeline/fate";
import { formatCount } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import type { Dragged } from "./row-actions";

interface MarkerChipProps {
  readonly marker: MarkerView;
  /** What became of the prefix up to this marker in the request shown. */
  readonly fate: Fate;
  readonly total: number;
  readonly minimum: number;
  readonly editable: boolean;
  readonly place: string;
  /** Key of the row it stands in. */
  readonly row: string;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onFocus: () => void;
}

function explainEffect(fate: Fate): string {
  if (fate.written === 0) return fate.read > 0 ? "read" : "not cached yet";
  return fate.read > 0 ? `written · ${formatCount(fate.written)} new tokens` : "written";
}

function explain(marker: MarkerView, fate: Fate, minimum: number): string {
  if (marker.borderline && marker.band) {
    return `borderline: ${formatCount(marker.band.low)} to ${formatCount(marker.band.high)}`;
  }
  switch (marker.status) {
    case "effective":
      return explainEffect(fate);
    case "too-short":
      return `below ${formatCount(minimum)}: nothing cached`;
    case "merged":
      return "merged into a later marker";
    case "dropped":
      return "dropped: the last four count";
    case "ignored":
      return "ignored by the service";
  }
}

function tone({ borderline, status }: MarkerView, fate: Fate): string {
  if (borderline || status === "too-short") return "text-warn";
  if (status !== "effective") return "text-faint";
  return fate.written > 0 ? "text-written-ink" : "text-read-ink";
}

export function MarkerChip(props: MarkerChipProps) {
  const { say } = useWords();
  const { marker, fate, total, minimum, editable, place, row, onMove, onRemove, onFocus } = props;
  const dragged: Dragged = { kind: "marker", pointer: marker.pointer, row };
  const { setNodeRef, listeners, attributes, transform, isDragging } = useDraggable({
    id: marker.pointer,
    disabled: !editable,
    data: dragged,
  });
  const words = explain(marker, fate, minimum);

  function handleKey(event: KeyboardEvent): void {
    if (event.altKey && !event.shiftKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      onMove(event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      onRemove();
    }
  }

  const reach = marker.prefix === null || total === 0 ? 0 : (marker.prefix / total) * 100;
  const effective = marker.status === "effective";
  return (
    <div
      className={`grid h-6 grid-cols-[8.75rem_1fr] items-center gap-2.5 ${tone(marker, fate)}`}
      title={marker.reason === null ? undefined : say(marker.reason)}
    >
      <button
        ref={setNodeRef}
        {...attributes}
        {...listeners}
        type="button"
        data-marker={marker.pointer}
        aria-label={`Marker on ${place}: ${marker.prefix === null ? "" : `prefix ${formatCount(marker.prefix)} tokens, `}${words}`}
        aria-roledescription={editable ? "movable marker" : "marker"}
        onKeyDown={editable ? handleKey : undefined}
        onFocus={onFocus}
        style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
        className={`relative inline-flex items-center gap-2 justify-self-end rounded-full border border-current bg-panel py-px pr-2.5 pl-2 font-mono text-xs ${
          editable ? "cursor-grab touch-none active:cursor-grabbing" : "cursor-default"
        } ${isDragging ? "z-20 shadow-raised" : ""}`}
      >
        <span
          aria-hidden
          className={`size-2 rotate-45 rounded-[1.5px] border border-current ${effective ? "bg-current" : ""}`}
        />
        <span className={effective ? "" : "line-through decoration-1"}>
          {marker.prefix === null ? "no place" : formatCount(marker.prefix)}
        </span>
      </button>
      <span className="relative h-full">
        <span
          aria-hidden
          className="grows absolute top-1/2 left-0 border-t border-current opacity-45"
          style={{ width: `${reach}%`, borderTopStyle: effective ? "solid" : "dashed" }}
        />
        <span
          className={`absolute top-1/2 max-w-full -translate-y-1/2 truncate bg-panel px-1.5 text-[11.5px] ${reach > 50 ? "right-0" : "left-0"}`}
          style={reach > 50 ? undefined : { left: `${reach}%` }}
        >
          {words}
        </span>
      </span>
    </div>
  );
}

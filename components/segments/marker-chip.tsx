"use client";
/** A marker on the prefix: drag it, move it with Alt and the arrows, remove it with Delete. */
import { useDraggable } from "@dnd-kit/core";
import type { KeyboardEvent } from "react";
import type { MarkerView } from "../../lib/pipeline/analysis";
import type { Fate } from "../../lib/timeline/fate";
import { formatCount } from "../../lib/values/figures";
import { type Message, tell } from "../../lib/words/message";
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

function explainEffect(fate: Fate): Message {
  if (fate.written === 0) return tell(fate.read > 0 ? "segments.read" : "segments.notCachedYet");
  return fate.read > 0
    ? tell("segments.writtenNew", { tokens: formatCount(fate.written) })
    : tell("segments.written");
}

function explain(marker: MarkerView, fate: Fate, minimum: number): Message {
  if (marker.borderline && marker.band) {
    const { low, high } = marker.band;
    return tell("segments.borderline", { low: formatCount(low), high: formatCount(high) });
  }
  switch (marker.status) {
    case "effective":
      return explainEffect(fate);
    case "too-short":
      return tell("segments.belowMinimum", { minimum: formatCount(minimum) });
    case "merged":
      return tell("segments.merged");
    case "dropped":
      return tell("segments.dropped");
    case "ignored":
      return tell("segments.ignored");
  }
}

function tone({ borderline, status }: MarkerView, fate: Fate): string {
  if (borderline || status === "too-short") return "text-warn";
  if (status !== "effective") return "text-faint";
  return fate.written > 0 ? "text-written-ink" : "text-read-ink";
}

export function MarkerChip(props: MarkerChipProps) {
  const { marker, fate, total, minimum, editable, place, row, onMove, onRemove, onFocus } = props;
  const dragged: Dragged = { kind: "marker", pointer: marker.pointer, row };
  const { setNodeRef, listeners, attributes, transform, isDragging } = useDraggable({
    id: marker.pointer,
    disabled: !editable,
    data: dragged,
  });
  const { t, say } = useWords();
  const words = say(explain(marker, fate, minimum));

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
      title={marker.reason ? say(marker.reason) : undefined}
    >
      <button
        ref={setNodeRef}
        {...attributes}
        {...listeners}
        type="button"
        data-marker={marker.pointer}
        aria-label={
          marker.prefix === null
            ? t("segments.markerOn", { place, words })
            : t("segments.markerOnPrefix", { place, prefix: formatCount(marker.prefix), words })
        }
        aria-roledescription={t(editable ? "segments.movableMarker" : "segments.marker")}
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
          {marker.prefix === null ? t("segments.noPlace") : formatCount(marker.prefix)}
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

"use client";
/** The role at the start of a row: a click shows it in the editor, a drag moves the message, keys do the rest. */
import { useDraggable } from "@dnd-kit/core";
import type { KeyboardEvent } from "react";
import { useWords } from "../words/use-words";
import type { Dragged } from "./row-actions";
import { nameRole, type SegmentRow } from "./segment-rows";

interface SegmentHandleProps {
  readonly row: SegmentRow;
  readonly label: string;
  readonly movable: boolean;
  readonly shortcuts: string | undefined;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

export function SegmentHandle(props: SegmentHandleProps) {
  const { row, label, movable, shortcuts, onOpen, onKeyDown, onFocus, onBlur } = props;
  const { say } = useWords();
  const dragged: Dragged = { kind: "message", pointer: row.pointer, row: row.key };
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({
    id: `message:${row.key}`,
    disabled: !movable,
    data: dragged,
  });
  return (
    <button
      ref={setNodeRef}
      {...listeners}
      type="button"
      data-segment={row.pointer}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
      title={say(row.preview)}
      aria-label={label}
      aria-keyshortcuts={shortcuts}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
      className={`truncate text-left group-hover:text-ink ${row.role === "tail" ? "text-faint" : "text-mute"} ${
        movable ? "touch-pan-y active:cursor-grabbing" : ""
      } ${isDragging ? "relative z-20 rounded-md bg-panel px-1.5 text-ink shadow-raised" : ""}`}
    >
      {say(nameRole(row.role))}
    </button>
  );
}

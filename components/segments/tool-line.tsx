"use client";
/** One tool of the tools row: drag it, move it with Alt, Shift and the arrows, remove it with Delete. */
import { useDraggable } from "@dnd-kit/core";
import type { KeyboardEvent } from "react";
import { useWords } from "../words/use-words";
import { actionOfKey, type Dragged } from "./row-actions";
import type { ListedTool } from "./use-tool-list";

interface ToolLineProps {
  readonly tool: ListedTool;
  readonly row: string;
  readonly index: number;
  readonly count: number;
  readonly editable: boolean;
  readonly onMove: (toIndex: number) => void;
  readonly onRemove: () => void;
}

const quiet =
  "grid size-6 place-items-center rounded text-mute opacity-40 hover:bg-hover hover:text-ink focus-visible:opacity-100 disabled:invisible group-hover/tool:opacity-100";

export function ToolLine({ tool, row, index, count, editable, onMove, onRemove }: ToolLineProps) {
  const { t, say } = useWords();
  const dragged: Dragged = { kind: "tool", pointer: tool.pointer, row };
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({
    id: `tool:${tool.pointer}`,
    disabled: !editable,
    data: dragged,
  });

  function handleKey(event: KeyboardEvent): void {
    const action = actionOfKey(event);
    if (action === "up" && index > 0) onMove(index - 1);
    else if (action === "down" && index < count - 1) onMove(index + 1);
    else if (action === "remove") onRemove();
    else return;
    event.preventDefault();
  }

  return (
    <li className="group/tool flex h-[26px] items-center gap-0.5">
      <button
        ref={setNodeRef}
        {...listeners}
        type="button"
        data-tool={tool.pointer}
        onKeyDown={editable ? handleKey : undefined}
        aria-label={t("segments.toolOf", {
          number: `${index + 1}`,
          count: `${count}`,
          name: tool.name,
        })}
        aria-keyshortcuts={editable ? "Alt+Shift+ArrowUp Alt+Shift+ArrowDown Delete" : undefined}
        style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
        className={`min-w-0 truncate rounded px-1.5 text-left font-mono text-xs text-mute hover:text-ink ${
          editable ? "cursor-grab touch-pan-y active:cursor-grabbing" : ""
        } ${isDragging ? "relative z-20 bg-panel text-ink shadow-raised" : ""}`}
      >
        {say(tool.name)}
      </button>
      {editable && (
        <span className="ml-auto flex shrink-0">
          <button
            type="button"
            className={quiet}
            disabled={index === 0}
            aria-label={t("segments.moveToolUp", { name: tool.name })}
            onClick={() => onMove(index - 1)}
          >
            <span aria-hidden>↑</span>
          </button>
          <button
            type="button"
            className={quiet}
            disabled={index === count - 1}
            aria-label={t("segments.moveToolDown", { name: tool.name })}
            onClick={() => onMove(index + 1)}
          >
            <span aria-hidden>↓</span>
          </button>
          <button
            type="button"
            className={quiet}
            aria-label={t("segments.removeTool", { name: tool.name })}
            onClick={onRemove}
          >
            <span aria-hidden>×</span>
          </button>
        </span>
      )}
    </li>
  );
}

"use client";
/** Dragging over the rows by geometry: the row under the pointer is looked up, and nothing re-renders on the way. */
import { type DragEndEvent, type DragStartEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef, useState } from "react";
import { isApart } from "../../lib/prompt/message-place";
import type { Dragged } from "./row-actions";
import { placeTool, TOOL_HEIGHT, TOOLS_HEAD } from "./row-heights";
import type { SegmentRow } from "./segment-rows";

export interface Drop {
  readonly dragged: Dragged;
  readonly row: SegmentRow;
  /** Number of the tool under the pointer, where a tool is dragged. */
  readonly tool: number | null;
}

interface RowDragOptions {
  readonly rows: readonly SegmentRow[];
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The element that shows where a drop would land. */
  readonly indicator: RefObject<HTMLDivElement | null>;
  readonly onDrop: (drop: Drop) => void;
}

interface Landing {
  readonly row: number;
  readonly tool: number | null;
}

export function useRowDrag({ rows, virtualizer, scroller, indicator, onDrop }: RowDragOptions) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const landing = useRef<Landing | null>(null);

  useEffect(() => {
    const box = scroller.current;
    if (!dragged || !box) return;
    const mark = indicator.current;
    const home = rows.findIndex((row) => row.key === dragged.row);
    let pointer: { readonly x: number; readonly y: number } | null = null;

    const show = (): void => {
      landing.current = pointer && findLanding(dragged, rows, virtualizer, box, pointer);
      if (mark) drawLanding(mark, dragged, landing.current, home, virtualizer);
    };
    const follow = ({ clientX: x, clientY: y }: PointerEvent): void => {
      pointer = { x, y };
      show();
    };
    window.addEventListener("pointermove", follow, { passive: true });
    box.addEventListener("scroll", show, { passive: true });
    return () => {
      window.removeEventListener("pointermove", follow);
      box.removeEventListener("scroll", show);
      if (mark) mark.style.display = "none";
    };
  }, [dragged, rows, virtualizer, scroller, indicator]);

  const end = (): void => {
    landing.current = null;
    setDragged(null);
  };

  return {
    sensors,
    dragged,
    onDragStart: ({ active }: DragStartEvent) => {
      landing.current = null;
      setDragged((active.data.current as Dragged | undefined) ?? null);
    },
    onDragEnd: (_: DragEndEvent) => {
      const found = landing.current;
      const row = found ? rows[found.row] : undefined;
      if (dragged && row) onDrop({ dragged, row, tool: found?.tool ?? null });
      end();
    },
    onDragCancel: end,
  };
}

/** The row a drop at this place of the screen would land on; null where it would change nothing. */
function findLanding(
  dragged: Dragged,
  rows: readonly SegmentRow[],
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  box: HTMLElement,
  { x, y }: { readonly x: number; readonly y: number },
): Landing | null {
  const edges = box.getBoundingClientRect();
  if (x < edges.left || x > edges.right || y < edges.top || y > edges.bottom) return null;
  const list = box.firstElementChild?.getBoundingClientRect();
  if (!list || y > list.bottom) return null;
  const item = virtualizer.getVirtualItemForOffset(y - list.top);
  const row = item && rows[item.index];
  if (!row) return null;
  if (dragged.kind === "tool") {
    const tool = row.key === dragged.row ? placeTool(y - list.top - item.start, item.size) : null;
    return tool === null ? null : { row: item.index, tool };
  }
  const fits = dragged.kind === "marker" ? row.canMark : row.isMessage && !isApart(row.pointer);
  return fits && row.key !== dragged.row ? { row: item.index, tool: null } : null;
}

/** Moves the indicator by style alone. */
function drawLanding(
  mark: HTMLElement,
  dragged: Dragged,
  landing: Landing | null,
  home: number,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): void {
  const item = landing && virtualizer.measurementsCache[landing.row];
  mark.style.display = item ? "block" : "none";
  if (!landing || !item) return;
  const isLine = dragged.kind !== "marker";
  const from = Number(/\d+$/.exec(dragged.pointer)?.[0] ?? 0);
  let top = item.start;
  if (landing.tool !== null) {
    top += TOOLS_HEAD + TOOL_HEIGHT * (landing.tool > from ? landing.tool + 1 : landing.tool);
  } else if (isLine && landing.row > home) top = item.end;
  mark.dataset.look = isLine ? "line" : "row";
  mark.style.transform = `translateY(${isLine ? top - 1 : top}px)`;
}

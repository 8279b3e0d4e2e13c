"use client";
/** The rows of the prefix panel: segments to scale with their markers, of which only those in sight are mounted. */
import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { TurnView } from "../../lib/analysis/analysis";
import { fateOf } from "../../lib/timeline/fate";
import { useActions } from "../playground-context";
import { MarkerChip } from "./marker-chip";
import { PrefixNotes } from "./prefix-notes";
import { SegmentLine } from "./segment-line";
import { listRows, listWindow } from "./segment-rows";

const DRAG_INSTRUCTIONS = {
  draggable:
    "Press Alt with the up or down arrow to move the marker to another message, Delete to remove it.",
};

/** Pixels, as the classes of a row and of a marker have it. */
const ROW_HEIGHT = 28;
const MARKER_HEIGHT = 24;

/** @param shown one request; its markers can be moved when it is the document's own */
export const PrefixRows = memo(function PrefixRows({
  shown,
  editable,
}: {
  shown: TurnView;
  editable: boolean;
}) {
  const actions = useActions();
  const dragId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [focusAfter, setFocusAfter] = useState<string | null>(null);
  const [activeMarker, setActiveMarker] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const { request, ledger } = shown;
  const rows = useMemo(() => listRows(request), [request]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => ROW_HEIGHT + MARKER_HEIGHT * (rows[index]?.markers.length ?? 0),
    overscan: 10,
    useFlushSync: false,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights follow from the rows
  useLayoutEffect(() => virtualizer.measure(), [rows, virtualizer]);

  useEffect(() => {
    const moved = request.markers.find((marker) => marker.segment === focusAfter);
    if (focusAfter === null || !moved) return;
    virtualizer.scrollToIndex(rows.findIndex((row) => row.pointer === focusAfter));
    const frame = requestAnimationFrame(() => {
      const chip = scroller.current?.querySelector<HTMLElement>(`[data-marker="${moved.pointer}"]`);
      if (!chip) return;
      chip.focus();
      setFocusAfter(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [request, rows, focusAfter, virtualizer]);

  const active =
    request.markers.find((marker) => marker.pointer === activeMarker) ??
    request.markers.findLast((marker) => marker.status === "effective");
  const activeRow = rows.findIndex((row) => row.pointer !== "" && row.pointer === active?.segment);
  const inWindow = useMemo(
    () => (activeRow < 0 ? new Set<string>() : listWindow(rows, activeRow, request.lookbackBlocks)),
    [rows, activeRow, request.lookbackBlocks],
  );
  const minimumAt = request.total > 0 ? (request.minimum / request.total) * 100 : 100;

  function moveBy(marker: string, from: string, step: -1 | 1): void {
    const targets = rows.filter((row) => row.canMark);
    const target = targets[targets.findIndex((row) => row.pointer === from) + step];
    if (!target) {
      actions.announce(step < 0 ? "This is the first message." : "This is the last message.");
      return;
    }
    setFocusAfter(target.pointer);
    actions.moveMarker(marker, target.pointer);
  }

  function handleDragEnd({ active: dragged, over }: DragEndEvent): void {
    const target = over ? rows.find((row) => row.pointer === over.id) : undefined;
    const from = request.markers.find((marker) => marker.pointer === dragged.id)?.segment;
    if (target && target.pointer !== from) actions.moveMarker(String(dragged.id), target.pointer);
  }

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-3.5 py-2">
      <DndContext
        id={dragId}
        sensors={sensors}
        collisionDetection={pointerWithin}
        onDragEnd={handleDragEnd}
        accessibility={{ screenReaderInstructions: DRAG_INSTRUCTIONS }}
      >
        <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
          <div
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-[2.125rem] left-[10.75rem]"
          >
            {minimumAt < 100 && (
              <div
                className="absolute inset-y-0 border-l border-dashed border-faint/60"
                style={{ left: `${minimumAt}%` }}
              />
            )}
          </div>
          <ol>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <li
                  key={key}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                  className={`absolute inset-x-0 top-0 border-l-2 pl-1 ${
                    inWindow.has(row.key) ? "border-read/40" : "border-transparent"
                  }`}
                >
                  <SegmentLine row={row} total={request.total} ledger={ledger} editable={editable} />
                  {row.markers.map((marker) => (
                    <MarkerChip
                      key={marker.pointer}
                      marker={marker}
                      fate={fateOf(0, marker.prefix ?? 0, ledger)}
                      total={request.total}
                      minimum={request.minimum}
                      editable={editable}
                      place={row.role}
                      onMove={(step) => moveBy(marker.pointer, row.pointer, step)}
                      onRemove={() => actions.removeMarker(marker.pointer)}
                      onFocus={() => setActiveMarker(marker.pointer)}
                    />
                  ))}
                </li>
              );
            })}
          </ol>
        </div>
      </DndContext>
      <PrefixNotes request={request} lookbackFrom={activeRow < 0 ? null : (active?.prefix ?? null)} />
    </div>
  );
});

"use client";
/** The prefix of the selected request, to scale: its segments, its markers and what became of each. */
import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { fateOf } from "../../lib/timeline/fate";
import { useActions, usePlayground } from "../playground-context";
import { formatCount } from "../ui/format-number";
import { PanelHead } from "../ui/panel-head";
import { MarkerChip } from "./marker-chip";
import { SegmentLine } from "./segment-line";
import { listRows, listWindow } from "./segment-rows";
import { SlotMeter } from "./slot-meter";

const DRAG_INSTRUCTIONS = {
  draggable:
    "Press Alt with the up or down arrow to move the marker to another message, Delete to remove it.",
};

export function PrefixPanel() {
  const good = usePlayground((state) => state.good);
  const turn = usePlayground((state) => state.turn);
  const stale = usePlayground((state) => state.stale);
  const status = usePlayground((state) => state.status);
  const failure = usePlayground((state) => state.failure);
  const actions = useActions();
  const dragId = useId();
  const list = useRef<HTMLOListElement>(null);
  const [focusAfter, setFocusAfter] = useState<string | null>(null);
  const [activeMarker, setActiveMarker] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));

  const turns = good?.timeline.turns;
  // Rows may lag behind typing by a frame or two; the figures in the panels' heads do not.
  const shown = useDeferredValue(turns?.[turn] ?? turns?.[0]);
  const rows = useMemo(() => (shown ? listRows(shown.request) : []), [shown]);
  const editable = turn === 0 && !stale;

  useEffect(() => {
    if (focusAfter === null || !good) return;
    const moved = good.request.markers.find((marker) => marker.segment === focusAfter);
    const chip = moved && list.current?.querySelector<HTMLElement>(`[data-marker="${moved.pointer}"]`);
    if (!chip) return;
    chip.focus();
    setFocusAfter(null);
  }, [good, focusAfter]);

  if (!shown || !turns) {
    return (
      <section aria-label="Prefix" className="flex h-full min-h-0 flex-col bg-panel">
        <PanelHead title="Prefix" />
        <p role="status" className="p-4 text-mute">
          {status === "failed" ? (failure ?? "The analysis stopped.") : "Counting tokens…"}
        </p>
      </section>
    );
  }

  const { request, ledger } = shown;
  const effective = request.markers.filter((marker) => marker.status === "effective");
  const active = request.markers.find((marker) => marker.pointer === activeMarker) ?? effective.at(-1);
  const activeRow = rows.findIndex((row) => row.pointer !== "" && row.pointer === active?.segment);
  const window = activeRow < 0 ? new Set<string>() : listWindow(rows, activeRow, request.lookbackBlocks);
  const outOfPlace = request.markers.filter((marker) => marker.segment === null);
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
    <section aria-label="Prefix" className="flex h-full min-h-0 flex-col bg-panel">
      <PanelHead title="Prefix">
        <span className="truncate">
          request {turn + 1} of {turns.length}
          {stale && <span className="text-warn"> · last good text</span>}
        </span>
        <SlotMeter used={effective.length} sent={request.markers.length} slots={request.maxMarkers} />
      </PanelHead>
      <div className="min-h-0 flex-1 overflow-y-auto px-3.5 py-2">
        {!editable && turn > 0 && (
          <p className="mb-2 rounded-md bg-line-soft px-2.5 py-1 text-xs text-mute">
            This request follows from the document.{" "}
            <button
              type="button"
              className="font-medium text-accent hover:underline"
              onClick={() => actions.selectTurn(0)}
            >
              Show request 1
            </button>{" "}
            to move its markers.
          </p>
        )}
        <DndContext
          id={dragId}
          sensors={sensors}
          collisionDetection={pointerWithin}
          onDragEnd={handleDragEnd}
          accessibility={{ screenReaderInstructions: DRAG_INSTRUCTIONS }}
        >
          <div className="relative">
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
            <ol ref={list} className="relative">
              {rows.map((row) => (
                <li
                  key={row.key}
                  className={`border-l-2 pl-1 ${window.has(row.key) ? "border-read/40" : "border-transparent"}`}
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
              ))}
            </ol>
          </div>
        </DndContext>
        {outOfPlace.length > 0 && (
          <p className="mt-3 text-xs text-mute">
            {outOfPlace.length} {outOfPlace.length === 1 ? "marker has" : "markers have"} no place in the
            prefix and {outOfPlace.length === 1 ? "is" : "are"} ignored. See Problems.
          </p>
        )}
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t border-line-soft pt-2 text-[11.5px] text-faint">
          {minimumAt < 100 && <span>┆ minimum {formatCount(request.minimum)} tokens</span>}
          {activeRow >= 0 && (
            <span>
              │ {request.lookbackBlocks}-block look-back of the marker at {formatCount(active?.prefix ?? 0)}
            </span>
          )}
          {effective.length === 0 && <span>No marker takes effect: this request writes no entry.</span>}
        </p>
      </div>
    </section>
  );
}

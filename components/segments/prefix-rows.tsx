"use client";
/** The rows of the prefix panel: segments to scale with their markers, of which only those in sight are mounted. */
import { DndContext } from "@dnd-kit/core";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ShownTurn } from "../../lib/pipeline/analysis";
import { fateOf } from "../../lib/timeline/fate";
import { tell } from "../../lib/words/message";
import { useActions } from "../playground-context";
import { useWords } from "../words/use-words";
import { MarkerChip } from "./marker-chip";
import { type MenuPlace, MessageMenu } from "./message-menu";
import { PrefixNotes } from "./prefix-notes";
import { heightOf } from "./row-heights";
import { SegmentLine } from "./segment-line";
import { listRows, listWindow, type SegmentRow } from "./segment-rows";
import { ToolLines } from "./tool-lines";
import { useLateFocus } from "./use-late-focus";
import { type Drop, useRowDrag } from "./use-row-drag";
import { useRowEdits } from "./use-row-edits";
import { useToolList } from "./use-tool-list";

/** Behind the rows: a line at the least number of tokens that is cached. */
function PrefixBackdrop({ minimum, total }: { minimum: number; total: number }) {
  if (minimum >= total) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-[3.625rem] left-[10.75rem]">
      <div
        className="absolute inset-y-0 border-l border-dashed border-faint/60"
        style={{ left: `${(minimum / total) * 100}%` }}
      />
    </div>
  );
}

const silent = (): undefined => undefined;

/** The page's own live region says what a drop has done. */
const UNSAID = { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent };

/** @param shown one request; it can be changed when it is the document's own */
export const PrefixRows = memo(function PrefixRows({
  shown,
  editable,
}: {
  shown: ShownTurn;
  editable: boolean;
}) {
  const actions = useActions();
  const { t } = useWords();
  const dragId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const indicator = useRef<HTMLDivElement>(null);
  const draggedRow = useRef(-1);
  const [activeMarker, setActiveMarker] = useState<string | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const { request, ledger } = shown;
  const rows = useMemo(() => listRows(request), [request]);
  const toolList = useToolList(unfolded && request.toolCount > 0);
  const listed = toolList ? toolList.tools.length : null;
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => heightOf(rows[index], listed),
    // What is dragged stays mounted while the list scrolls under it.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      const at = draggedRow.current;
      return at < 0 || inSight.includes(at) ? inSight : [...inSight, at].sort((a, b) => a - b);
    },
    overscan: 10,
    useFlushSync: false,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights follow from the rows and the list of tools
  useLayoutEffect(() => virtualizer.measure(), [rows, listed, virtualizer]);

  const focusLater = useLateFocus(rows, virtualizer, scroller);
  const edits = useRowEdits(rows, focusLater);
  const openMenu = useCallback((row: SegmentRow, anchor: DOMRect) => setMenu({ row, anchor }), []);
  const closeMenu = useCallback(() => setMenu(null), []);
  const unfold = useCallback(() => setUnfolded((open) => !open), []);

  function drop({ dragged, row, tool }: Drop): void {
    const home = rows.find((candidate) => candidate.key === dragged.row);
    if (dragged.kind === "marker") actions.moveMarker(dragged.pointer, row.pointer);
    else if (dragged.kind === "message" && home) edits.moveTo(home, row);
    else if (tool !== null && dragged.pointer !== `/tools/${tool}`) {
      const name = toolList?.tools.find(({ pointer }) => pointer === dragged.pointer)?.name ?? "";
      edits.moveTool(dragged.pointer, name, tool);
    }
  }

  const { sensors, dragged, ...drag } = useRowDrag({ rows, virtualizer, scroller, indicator, onDrop: drop });
  draggedRow.current = dragged ? rows.findIndex((row) => row.key === dragged.row) : -1;

  const active =
    request.markers.find((marker) => marker.pointer === activeMarker) ??
    request.markers.findLast((marker) => marker.status === "effective");
  const activeRow = rows.findIndex((row) => row.pointer !== "" && row.pointer === active?.segment);
  const inWindow = useMemo(
    () => (activeRow < 0 ? new Set<string>() : listWindow(rows, activeRow, request.lookbackBlocks)),
    [rows, activeRow, request.lookbackBlocks],
  );

  function moveBy(marker: string, from: string, step: -1 | 1): void {
    const targets = rows.filter((row) => row.canMark);
    const target = targets[targets.findIndex((row) => row.pointer === from) + step];
    if (!target) {
      actions.announce(tell(step < 0 ? "segments.isFirst" : "segments.isLast"));
      return;
    }
    focusLater(target.pointer, `[data-row="${target.key}"] [data-marker]`);
    actions.moveMarker(marker, target.pointer);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: says only whose key it is
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-y-auto px-3.5 py-2"
      onKeyDown={(event) => {
        if (event.key === "Escape" && dragged) event.preventDefault();
      }}
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        <DndContext
          id={dragId}
          sensors={sensors}
          onDragStart={drag.onDragStart}
          onDragEnd={drag.onDragEnd}
          onDragCancel={drag.onDragCancel}
          accessibility={{
            announcements: UNSAID,
            screenReaderInstructions: { draggable: t("segments.howToMove") },
          }}
        >
          <PrefixBackdrop minimum={request.minimum} total={request.total} />
          <ol>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const row = rows[index];
              if (!row) return null;
              const isTools = row.role === "tools";
              return (
                <li
                  key={key}
                  data-row={row.key}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                  className={`absolute inset-x-0 top-0 border-l-2 pl-1 ${
                    inWindow.has(row.key) ? "border-read/40" : "border-transparent"
                  } ${row.key === dragged?.row ? "z-20" : ""}`}
                >
                  <SegmentLine
                    row={row}
                    total={request.total}
                    ledger={ledger}
                    editable={editable}
                    menuOpen={menu?.row.key === row.key}
                    unfolded={isTools && request.toolCount > 0 ? toolList !== null : null}
                    onUnfold={unfold}
                    onMenu={openMenu}
                    onAction={edits.run}
                  />
                  {isTools && toolList && (
                    <ToolLines list={toolList} row={row.key} editable={editable} edits={edits} />
                  )}
                  {row.markers.map((marker) => (
                    <MarkerChip
                      key={marker.pointer}
                      marker={marker}
                      fate={fateOf(0, marker.prefix ?? 0, ledger)}
                      total={request.total}
                      minimum={request.minimum}
                      editable={editable}
                      place={row.role}
                      row={row.key}
                      onMove={(step) => moveBy(marker.pointer, row.pointer, step)}
                      onRemove={() => actions.removeMarker(marker.pointer)}
                      onFocus={() => setActiveMarker(marker.pointer)}
                    />
                  ))}
                </li>
              );
            })}
          </ol>
        </DndContext>
        <div
          ref={indicator}
          aria-hidden
          className="pointer-events-none absolute inset-x-0 top-0 z-10 hidden rounded-md data-[look=line]:h-0.5 data-[look=line]:bg-accent data-[look=row]:h-7 data-[look=row]:outline-2 data-[look=row]:outline-read"
        />
      </div>
      {menu && (
        <MessageMenu
          key={menu.row.key}
          place={menu}
          onPick={(action) => edits.run(menu.row, action)}
          onClose={closeMenu}
        />
      )}
      <PrefixNotes request={request} lookbackFrom={activeRow < 0 ? null : (active?.prefix ?? null)} />
    </div>
  );
});

"use client";
/** One row of the prefix panel; a marker can be dropped on it, M toggles one. */
import { useDroppable } from "@dnd-kit/core";
import { type KeyboardEvent, memo } from "react";
import { fateOf } from "../../lib/timeline/fate";
import type { LedgerRow } from "../../lib/timeline/ledger";
import { useActions, usePlayground, usePlaygroundStore } from "../playground-context";
import { formatCount } from "../ui/format-number";
import { PrefixBar } from "./prefix-bar";
import type { SegmentRow } from "./segment-rows";

interface SegmentLineProps {
  readonly row: SegmentRow;
  readonly total: number;
  readonly ledger: LedgerRow;
  readonly editable: boolean;
}

/** Of hundreds of rows only those re-render whose figures have changed. */
export const SegmentLine = memo(function SegmentLine({ row, total, ledger, editable }: SegmentLineProps) {
  const { store } = usePlaygroundStore();
  const actions = useActions();
  const highlighted = usePlayground(
    (state) => state.highlighted !== null && state.highlighted === row.pointer,
  );
  const markable = editable && row.canMark;
  const { setNodeRef, isOver } = useDroppable({ id: row.pointer || row.key, disabled: !markable });
  const marked = row.markers.length > 0;
  const fate = fateOf(row.start, row.end, ledger);
  const fates = (["read", "written", "uncached"] as const)
    .filter((kind) => fate[kind] > 0)
    .map((kind) => `${formatCount(fate[kind])} ${kind}`)
    .join(", ");

  function openInEditor(): void {
    const place = store.getState().good?.places.segments[row.pointer];
    if (place) actions.reveal(place);
  }

  function handleKey(event: KeyboardEvent): void {
    if (markable && event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      actions.toggleMarker(row.pointer);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only highlights; the buttons inside do the work
    <div
      ref={setNodeRef}
      onMouseEnter={() => actions.highlight(row.pointer)}
      onMouseLeave={() => actions.highlight(null)}
      className={`group grid h-7 grid-cols-[5rem_3.75rem_1fr_1.5rem] items-center gap-2.5 rounded-md pl-1.5 ${
        isOver ? "bg-read-wash outline-2 outline-read" : highlighted ? "bg-selected" : ""
      }`}
    >
      <button
        type="button"
        data-segment={row.pointer}
        onClick={openInEditor}
        onKeyDown={handleKey}
        onFocus={() => actions.highlight(row.pointer)}
        onBlur={() => actions.highlight(null)}
        title={row.preview}
        aria-label={`${row.role}, ${formatCount(row.tokens)} tokens, prefix ${formatCount(row.end)}: ${fates}. ${row.preview}`}
        aria-keyshortcuts={markable ? "M" : undefined}
        className={`truncate text-left ${row.role === "tail" ? "text-faint" : "text-mute"} group-hover:text-ink`}
      >
        {row.role}
      </button>
      <span className="text-right font-mono">{formatCount(row.tokens)}</span>
      <PrefixBar start={row.start} end={row.end} total={total} fate={fate} label={row.preview} />
      {markable && (
        <button
          type="button"
          onClick={() => actions.toggleMarker(row.pointer)}
          aria-pressed={marked}
          aria-label={`${marked ? "Remove the marker from" : "Place a marker on"} ${row.role}, prefix ${formatCount(row.end)} tokens`}
          title={marked ? "Remove the marker (M)" : "Place a marker here (M)"}
          className={`grid size-6 place-items-center rounded text-read hover:bg-read-wash ${
            marked ? "" : "opacity-35 group-hover:opacity-100 focus-visible:opacity-100"
          }`}
        >
          <span
            aria-hidden
            className={`size-2 rotate-45 rounded-[1.5px] border border-current ${marked ? "bg-current" : "border-dashed"}`}
          />
        </button>
      )}
    </div>
  );
});

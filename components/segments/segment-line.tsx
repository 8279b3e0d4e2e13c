"use client";
/** One row of the prefix panel. Keys on its role: M toggles a marker, the rest is as its menu says. */
import { type KeyboardEvent, memo } from "react";
import type { LedgerRow } from "../../lib/bill/ledger";
import { isApart } from "../../lib/prompt/message-place";
import { fateOf } from "../../lib/timeline/fate";
import { formatCount } from "../../lib/values/figures";
import { useActions, usePlayground, usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import { PrefixBar } from "./prefix-bar";
import { actionOfKey, type RowAction } from "./row-actions";
import { RowButtons } from "./row-buttons";
import { SegmentHandle } from "./segment-handle";
import { nameRole, type SegmentRow } from "./segment-rows";

interface SegmentLineProps {
  readonly row: SegmentRow;
  readonly total: number;
  readonly ledger: LedgerRow;
  readonly editable: boolean;
  readonly menuOpen: boolean;
  /** Of the tools row: whether its list is unfolded; null on every other row. */
  readonly unfolded: boolean | null;
  readonly onUnfold: () => void;
  readonly onMenu: (row: SegmentRow, anchor: DOMRect) => void;
  readonly onAction: (row: SegmentRow, action: RowAction) => void;
}

const FATES = [
  { kind: "read", key: "segments.readTokens" },
  { kind: "written", key: "segments.writtenTokens" },
  { kind: "uncached", key: "segments.uncachedTokens" },
] as const;

/** Of hundreds of rows only those re-render whose figures have changed. */
export const SegmentLine = memo(function SegmentLine(props: SegmentLineProps) {
  const { row, total, ledger, editable, menuOpen, unfolded, onUnfold, onMenu, onAction } = props;
  const { store } = usePlaygroundStore();
  const actions = useActions();
  const highlighted = usePlayground(
    (state) => state.highlighted !== null && state.highlighted === row.pointer,
  );
  const markable = editable && row.canMark;
  const hasMenu = editable && row.isMessage;
  const movable = hasMenu && !isApart(row.pointer);
  const fate = fateOf(row.start, row.end, ledger);
  const { t, say } = useWords();
  const fates = FATES.filter(({ kind }) => fate[kind] > 0)
    .map(({ kind, key }) => t(key, { tokens: formatCount(fate[kind]) }))
    .reduce((before, each) => (before === "" ? each : t("segments.join", { before, each })), "");
  const preview = say(row.preview);

  function openInEditor(): void {
    const place = store.getState().good?.places.segments[row.pointer];
    if (place) actions.reveal(place);
  }

  function handleKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const action = hasMenu ? actionOfKey(event) : null;
    if (markable && key.toLowerCase() === "m" && !ctrlKey && !metaKey && !altKey) {
      actions.toggleMarker(row.pointer);
    } else if (action) onAction(row, action);
    else return;
    event.preventDefault();
  }

  const shortcuts = [markable ? "M" : "", movable ? "Alt+Shift+ArrowUp Alt+Shift+ArrowDown A D" : ""]
    .concat(hasMenu ? "Delete" : "")
    .filter(Boolean)
    .join(" ");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only highlights; the buttons inside do the work
    <div
      onMouseEnter={() => actions.highlight(row.pointer)}
      onMouseLeave={() => actions.highlight(null)}
      className={`group relative grid h-7 grid-cols-[5rem_3.75rem_1fr_3rem] items-center gap-2.5 rounded-md pl-1.5 ${
        highlighted ? "bg-selected" : ""
      }`}
    >
      <SegmentHandle
        row={row}
        label={t("segments.row", {
          role: nameRole(row.role),
          tokens: formatCount(row.tokens),
          prefix: formatCount(row.end),
          fates,
          preview,
        })}
        movable={movable}
        shortcuts={shortcuts || undefined}
        onOpen={openInEditor}
        onKeyDown={handleKey}
        onFocus={() => actions.highlight(row.pointer)}
        onBlur={() => actions.highlight(null)}
      />
      <span className="text-right font-mono">{formatCount(row.tokens)}</span>
      <PrefixBar start={row.start} end={row.end} total={total} fate={fate} label={preview} />
      {unfolded === null ? (
        <RowButtons row={row} markable={markable} hasMenu={hasMenu} menuOpen={menuOpen} onMenu={onMenu} />
      ) : (
        <span className="flex justify-end">
          <button
            type="button"
            aria-expanded={unfolded}
            aria-label={t("segments.listOfTools")}
            title={t(unfolded ? "segments.hideTools" : "segments.showTools")}
            onClick={onUnfold}
            className="grid size-6 place-items-center rounded text-mute hover:bg-selected hover:text-ink"
          >
            <span aria-hidden>{unfolded ? "▾" : "▸"}</span>
          </button>
        </span>
      )}
    </div>
  );
});

"use client";
/** The buttons at the end of a message's row: its marker and its menu. */
import { useRef } from "react";
import { formatCount } from "../../lib/values/figures";
import { useActions } from "../playground-context";
import { useWords } from "../words/use-words";
import type { SegmentRow } from "./segment-rows";

interface RowButtonsProps {
  readonly row: SegmentRow;
  readonly markable: boolean;
  readonly hasMenu: boolean;
  readonly menuOpen: boolean;
  readonly onMenu: (row: SegmentRow, anchor: DOMRect) => void;
}

const revealed = "opacity-35 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100";

export function RowButtons({ row, markable, hasMenu, menuOpen, onMenu }: RowButtonsProps) {
  const actions = useActions();
  const { t } = useWords();
  const wasOpen = useRef(false);
  const marked = row.markers.length > 0;
  return (
    <span className="flex justify-end">
      {markable && (
        <button
          type="button"
          onClick={() => actions.toggleMarker(row.pointer)}
          aria-pressed={marked}
          aria-label={t(marked ? "segments.removeMarkerFrom" : "segments.placeMarkerOn", {
            role: row.role,
            prefix: formatCount(row.end),
          })}
          title={t(marked ? "segments.removeMarker" : "segments.placeMarker")}
          className={`grid size-6 place-items-center rounded text-read hover:bg-read-wash ${marked ? "" : revealed}`}
        >
          <span
            aria-hidden
            className={`size-2 rotate-45 rounded-[1.5px] border border-current ${marked ? "bg-current" : "border-dashed"}`}
          />
        </button>
      )}
      {hasMenu ? (
        <button
          type="button"
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          aria-label={t("segments.actionsFor", { role: row.role, number: `${row.place}` })}
          title={t("segments.actions")}
          onPointerDown={() => {
            // The press itself closes an open menu; the click that follows must not open it again.
            wasOpen.current = menuOpen;
          }}
          onClick={({ currentTarget }) => {
            if (!wasOpen.current) onMenu(row, currentTarget.getBoundingClientRect());
            wasOpen.current = false;
          }}
          className={`grid size-6 place-items-center rounded text-mute hover:bg-selected hover:text-ink ${revealed}`}
        >
          <span aria-hidden>⋯</span>
        </button>
      ) : (
        <span className="size-6" />
      )}
    </span>
  );
}

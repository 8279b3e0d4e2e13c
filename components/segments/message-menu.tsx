"use client";
/** The menu of a message's row: what can be done with the message, each with the key that does the same. */
import { isApart } from "../../lib/prompt/message-place";
import { PopupMenu } from "../ui/popup-menu";
import { useWords } from "../words/use-words";
import type { RowAction } from "./row-actions";
import type { SegmentRow } from "./segment-rows";

export interface MenuPlace {
  readonly row: SegmentRow;
  /** The button that opened it, as it stands on the screen. */
  readonly anchor: DOMRect;
}

interface MessageMenuProps {
  readonly place: MenuPlace;
  readonly onPick: (action: RowAction) => void;
  readonly onClose: () => void;
}

const entries = [
  { action: "add", labelKey: "segments.addAfter", keys: "A" },
  { action: "duplicate", labelKey: "segments.duplicate", keys: "D" },
  { action: "up", labelKey: "segments.moveUp", keys: "Alt+Shift+↑" },
  { action: "down", labelKey: "segments.moveDown", keys: "Alt+Shift+↓" },
  { action: "remove", labelKey: "segments.remove", keys: "Delete" },
] as const satisfies readonly { action: RowAction; labelKey: string; keys: string }[];

export function MessageMenu({ place: { row, anchor }, onPick, onClose }: MessageMenuProps) {
  const { t } = useWords();
  const system = isApart(row.pointer);
  return (
    <PopupMenu
      label={t("segments.actionsFor", { role: row.role, number: `${row.place}` })}
      anchor={anchor}
      onClose={onClose}
      items={entries
        .filter(({ action }) => !system || action === "add" || action === "remove")
        .map(({ action, labelKey, keys }) => ({ label: t(labelKey), keys, onPick: () => onPick(action) }))}
    />
  );
}

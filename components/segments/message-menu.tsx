"use client";
/** The menu of a message's row: what can be done with the message, each with the key that does the same. */
import { PopupMenu } from "../ui/popup-menu";
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

const entries: readonly { readonly action: RowAction; readonly label: string; readonly keys: string }[] = [
  { action: "add", label: "Add message after", keys: "A" },
  { action: "duplicate", label: "Duplicate", keys: "D" },
  { action: "up", label: "Move up", keys: "Alt+Shift+↑" },
  { action: "down", label: "Move down", keys: "Alt+Shift+↓" },
  { action: "remove", label: "Remove", keys: "Delete" },
];

export function MessageMenu({ place: { row, anchor }, onPick, onClose }: MessageMenuProps) {
  const system = row.pointer === "/system";
  return (
    <PopupMenu
      label={`Actions for ${row.role} message ${row.place}`}
      anchor={anchor}
      onClose={onClose}
      items={entries
        .filter(({ action }) => !system || action === "add" || action === "remove")
        .map(({ action, label, keys }) => ({ label, keys, onPick: () => onPick(action) }))}
    />
  );
}

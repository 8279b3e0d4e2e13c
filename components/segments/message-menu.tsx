"use client";
/** The menu of a message's row, above everything else; Escape or a click elsewhere closes it. */
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
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

const WIDTH = 208;
const HEIGHT = 172;
const MARGIN = 8;

const entries: readonly { readonly action: RowAction; readonly label: string; readonly keys: string }[] = [
  { action: "add", label: "Add message after", keys: "A" },
  { action: "duplicate", label: "Duplicate", keys: "D" },
  { action: "up", label: "Move up", keys: "Alt+Shift+↑" },
  { action: "down", label: "Move down", keys: "Alt+Shift+↓" },
  { action: "remove", label: "Remove", keys: "Delete" },
];

export function MessageMenu({ place: { row, anchor }, onPick, onClose }: MessageMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const system = row.pointer === "/system";
  const offered = entries.filter(({ action }) => !system || action === "add" || action === "remove");

  useLayoutEffect(() => {
    const shown = menu.current;
    shown?.showPopover();
    shown?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, []);

  function handleKey(event: KeyboardEvent): void {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Tab") onClose();
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  }

  const below = anchor.bottom + HEIGHT + MARGIN < window.innerHeight;
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={`Actions for ${row.role} message ${row.place}`}
      onKeyDown={handleKey}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      style={{
        left: Math.max(MARGIN, anchor.right - WIDTH),
        top: below ? anchor.bottom + 2 : Math.max(MARGIN, anchor.top - HEIGHT),
        width: WIDTH,
      }}
      className="fixed m-0 rounded-lg border border-line bg-panel p-1 text-[13px] text-ink shadow-raised"
    >
      {offered.map(({ action, label, keys }) => (
        <button
          key={action}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            menu.current?.hidePopover();
            onPick(action);
          }}
          className="flex w-full items-center gap-3 rounded-md px-2.5 py-1 text-left hover:bg-hover focus-visible:bg-hover"
        >
          {label}
          <span aria-hidden className="ml-auto text-[11.5px] text-faint">
            {keys}
          </span>
        </button>
      ))}
    </div>
  );
}

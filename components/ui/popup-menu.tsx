"use client";
/** A menu above everything else, beside the button that opened it; Escape or a click elsewhere closes it. */
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";

export interface MenuItem {
  readonly label: string;
  /** Keys that do the same without the menu. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Leads there; else `onPick` is called. */
  readonly href?: string;
  readonly onPick?: () => void;
}

interface PopupMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The button that opened it, as it stands on the screen. */
  readonly anchor: DOMRect;
  readonly onClose: () => void;
}

const look =
  "flex w-full items-center gap-3 rounded-md px-2.5 py-1 text-left hover:bg-hover focus-visible:bg-hover disabled:opacity-45";

const WIDTH = 216;
const ROW = 30;
const MARGIN = 8;

export function PopupMenu({ label, items, anchor, onClose }: PopupMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const shown = menu.current;
    shown?.showPopover();
    shown?.querySelector<HTMLElement>("[role=menuitem]:not(:disabled)")?.focus();
  }, []);

  function handleKey(event: KeyboardEvent): void {
    const entries = [
      ...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)") ?? []),
    ];
    const at = entries.findIndex((entry) => entry.contains(document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === "Tab") onClose();
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  }

  const height = items.length * ROW + MARGIN;
  const below = anchor.bottom + height + MARGIN < window.innerHeight;
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={handleKey}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      style={{
        left: Math.max(MARGIN, anchor.right - WIDTH),
        top: below ? anchor.bottom + 2 : Math.max(MARGIN, anchor.top - height),
        width: WIDTH,
        maxHeight: `calc(100dvh - ${2 * MARGIN}px)`,
      }}
      className="fixed m-0 overflow-y-auto rounded-lg border border-line bg-panel p-1 text-[13px] text-ink shadow-raised"
    >
      {items.map(({ label: name, keys, disabled = false, href, onPick }) =>
        href === undefined ? (
          <button
            key={name}
            type="button"
            role="menuitem"
            tabIndex={-1}
            disabled={disabled}
            onClick={() => {
              menu.current?.hidePopover();
              onPick?.();
            }}
            className={look}
          >
            {name}
            {keys && (
              <span aria-hidden className="ml-auto text-[11.5px] text-faint">
                {keys}
              </span>
            )}
          </button>
        ) : (
          <a key={name} role="menuitem" tabIndex={-1} href={href} className={look}>
            {name}
          </a>
        ),
      )}
    </div>
  );
}

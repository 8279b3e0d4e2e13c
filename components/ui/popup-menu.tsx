"use client";
/** A menu at a place on the screen, for what has no button of its own to open it; Escape or a click elsewhere ends it. */
import { Menu } from "@base-ui/react/menu";
import { useMemo } from "react";
import { POPUP_GAP, POPUP_MARGIN, popupLayer, popupLook, popupRow } from "./popup-look";

export interface MenuItem {
  readonly label: string;
  /** Keys that do the same without the menu. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Leads there; else `onPick` is called. */
  readonly href?: string;
  readonly onPick?: () => void;
}

interface MenuListProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where it stands; absent = at the button that opens it. */
  readonly anchor?: DOMRect;
}

/** The open menu itself; it stands inside a `Menu.Root`. */
export function MenuList({ label, items, anchor }: MenuListProps) {
  const place = useMemo(() => anchor && { getBoundingClientRect: () => anchor }, [anchor]);
  return (
    <Menu.Portal>
      <Menu.Positioner
        className={popupLayer}
        align="end"
        sideOffset={POPUP_GAP}
        collisionPadding={POPUP_MARGIN}
        {...(place && { anchor: place })}
      >
        <Menu.Popup aria-label={label} className={`min-w-54 p-1 ${popupLook}`}>
          {items.map(({ label: name, keys, disabled = false, href, onPick }) =>
            href === undefined ? (
              <Menu.Item key={name} disabled={disabled} onClick={onPick} className={popupRow}>
                {name}
                {keys && (
                  <span aria-hidden className="ml-auto text-[11.5px] text-faint">
                    {keys}
                  </span>
                )}
              </Menu.Item>
            ) : (
              <Menu.LinkItem key={name} href={href} className={popupRow}>
                {name}
              </Menu.LinkItem>
            ),
          )}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

interface PopupMenuProps extends MenuListProps {
  /** What it is opened for, as it stands on the screen. */
  readonly anchor: DOMRect;
  readonly onClose: () => void;
}

export function PopupMenu({ onClose, ...list }: PopupMenuProps) {
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <MenuList {...list} />
    </Menu.Root>
  );
}

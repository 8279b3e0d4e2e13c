"use client";
/** A card of more than a few words on hover, on focus and by a tap; the focus stays where it is. */
import { Popover } from "@base-ui/react/popover";
import { type ReactElement, type ReactNode, useState } from "react";
import { POPUP_GAP, POPUP_MARGIN, popupLayer, popupLook } from "./popup-look";

interface HoverCardProps {
  readonly label: string;
  /** What it is about; it must be a button. */
  readonly children: ReactElement;
  readonly card: ReactNode;
}

/** Milliseconds of rest before it shows, and after which it goes, so that the pointer can reach it. */
const DELAY = 300;
const CLOSE_DELAY = 120;

export function HoverCard({ label, children, card }: HoverCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        openOnHover
        delay={DELAY}
        closeDelay={CLOSE_DELAY}
        render={children}
        onFocus={({ currentTarget }) => {
          // A click focuses too, and opens by itself.
          if (currentTarget.matches(":focus-visible")) setIsOpen(true);
        }}
        onBlur={({ relatedTarget }) => {
          if (!relatedTarget?.closest("[data-hover-card]")) setIsOpen(false);
        }}
      />
      <Popover.Portal>
        <Popover.Positioner
          className={popupLayer}
          align="start"
          sideOffset={POPUP_GAP}
          collisionPadding={POPUP_MARGIN}
        >
          <Popover.Popup
            data-hover-card
            aria-label={label}
            initialFocus={false}
            finalFocus={false}
            className={`w-max max-w-80 p-3 text-xs leading-5 font-normal whitespace-normal ${popupLook}`}
          >
            {card}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

"use client";
/** A card of more than a few words on hover, on focus and by a tap; the focus stays where it is, Escape ends it. */
import { Tooltip } from "@base-ui/react/tooltip";
import { type ReactElement, type ReactNode, useState } from "react";
import { POPUP_GAP, POPUP_MARGIN, popupLayer, popupLook } from "./popup-look";

interface HoverCardProps {
  /** What it is about; it must be a button. */
  readonly children: ReactElement;
  readonly card: ReactNode;
}

/** Milliseconds of rest before it shows, and after which it goes, so that the pointer can reach it. */
const DELAY = 300;
const CLOSE_DELAY = 120;

export function HoverCard({ children, card }: HoverCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Tooltip.Root open={isOpen} onOpenChange={setIsOpen}>
      <Tooltip.Trigger
        delay={DELAY}
        closeDelay={CLOSE_DELAY}
        closeOnClick={false}
        // A finger cannot hover.
        onClick={() => setIsOpen(true)}
        render={children}
      />
      <Tooltip.Portal>
        <Tooltip.Positioner
          className={popupLayer}
          align="start"
          sideOffset={POPUP_GAP}
          collisionPadding={POPUP_MARGIN}
        >
          <Tooltip.Popup
            className={`w-max max-w-80! p-3 text-xs leading-5 font-normal whitespace-normal ${popupLook}`}
          >
            {card}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

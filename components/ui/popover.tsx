"use client";
/** A small window beside the button that opens it, with controls inside; Escape or a click elsewhere ends it. */
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { POPUP_GAP, POPUP_MARGIN, popupLayer, popupLook } from "./popup-look";

interface PopoverProps {
  readonly label: string;
  /** What opens it; it must be a button. */
  readonly button: ReactElement;
  /** Mounted only while it is open. */
  readonly children: ReactNode;
  /** For who must close it from inside. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly className?: string;
}

export function Popover({ label, button, children, className = "", open, onOpenChange }: PopoverProps) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={button} />
      <Base.Portal>
        <Base.Positioner
          className={popupLayer}
          align="start"
          sideOffset={POPUP_GAP}
          collisionPadding={POPUP_MARGIN}
        >
          <Base.Popup aria-label={label} className={`p-3 ${popupLook} ${className}`}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

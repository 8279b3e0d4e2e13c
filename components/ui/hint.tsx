"use client";
/** A few words on hover and focus about a control, in the place of the browser's own `title`. */
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { POPUP_GAP, POPUP_MARGIN, popupLayer, popupLook } from "./popup-look";

interface HintProps {
  /** Lines are kept; without any text there is no hint. */
  readonly text: string | undefined;
  /** What it is about; it must be able to take the focus. */
  readonly children: ReactElement<{ "aria-label"?: string }>;
}

/** Milliseconds of rest before it shows; none from one hint to the next. */
const DELAY = 400;

/** Hints near each other follow without a wait. */
export const HintGroup = ({ children }: { readonly children: ReactNode }) => (
  <Tooltip.Provider delay={DELAY}>{children}</Tooltip.Provider>
);

export function Hint({ text, children }: HintProps) {
  if (!text) return children;
  // What the control is called already is not said twice.
  const isName = children.props["aria-label"] === text;
  return (
    <Tooltip.Root>
      <Tooltip.Trigger delay={DELAY} render={children} {...(isName ? {} : { "aria-description": text })} />
      <Tooltip.Portal>
        <Tooltip.Positioner
          className={`${popupLayer} pointer-events-none`}
          sideOffset={POPUP_GAP}
          collisionPadding={POPUP_MARGIN}
        >
          <Tooltip.Popup
            className={`w-max max-w-72! px-2.5 py-1.5 text-xs leading-4.5 break-words whitespace-pre-line ${popupLook}`}
          >
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

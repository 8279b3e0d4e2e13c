"use client";
/** Dragging a request along the time axis: its gap follows the pointer, the scale stays; a press without way is a click. */
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useState } from "react";
import type { FixedScale } from "./time-scale";

export interface GapDrag {
  /** Request that is dragged. */
  readonly index: number;
  /** As it was when the drag began. */
  readonly scale: FixedScale;
}

interface Held extends GapDrag {
  readonly startX: number;
  readonly startGap: number;
}

/** Pixels a pointer may stray in a click. */
const STRAY = 4;

/** Seconds a gap is rounded to: a pointer is no more exact. */
const roundGap = (seconds: number): number =>
  seconds > 120 ? Math.round(seconds / 5) * 5 : Math.round(seconds);

/** The release of a drag is no click on what lies under the pointer. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}

/** @param onGap called once a frame at most, with the request's index and its new gap in seconds */
export function useGapDrag(onGap: (index: number, gap: number) => void): {
  /** Null until the pointer has gone farther than in a click. */
  readonly drag: GapDrag | null;
  readonly grab: (event: ReactPointerEvent, index: number, gap: number, scale: FixedScale) => void;
} {
  const [held, setHeld] = useState<Held | null>(null);
  const [isMoving, setMoving] = useState(false);

  useEffect(() => {
    if (!held) return;
    let frame = 0;
    let pointer = held.startX;
    let sent = held.startGap;
    let moved = false;
    function send(): void {
      frame = 0;
      if (!held) return;
      const way = (pointer - held.startX) / held.scale.pixelsPerSecond;
      const gap = Math.max(0, roundGap(held.startGap + way));
      if (gap === sent) return;
      sent = gap;
      onGap(held.index, gap);
    }
    function move(event: PointerEvent): void {
      pointer = event.clientX;
      if (!moved && held && Math.abs(pointer - held.startX) <= STRAY) return;
      moved = true;
      setMoving(true);
      if (frame === 0) frame = requestAnimationFrame(send);
    }
    function drop(): void {
      if (moved) swallowClick();
      setMoving(false);
      setHeld(null);
    }
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", drop);
    return () => {
      // The last position counts, also where no frame came any more.
      if (frame !== 0) {
        cancelAnimationFrame(frame);
        send();
      }
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", drop);
    };
  }, [held, onGap]);

  const grab = useCallback(
    (event: ReactPointerEvent, index: number, gap: number, scale: FixedScale): void => {
      if (event.button !== 0 || !event.isPrimary) return;
      setHeld({ index, startX: event.clientX, startGap: gap, scale });
    },
    [],
  );
  return { drag: isMoving ? held : null, grab };
}

"use client";
/** Dragging a request along the time axis: its gap follows the pointer, the scale stays. */
import { type PointerEvent as ReactPointerEvent, useEffect, useState } from "react";

export interface GapDrag {
  /** Request that is dragged. */
  readonly index: number;
  /** Of the scale when the drag began. */
  readonly pixelsPerSecond: number;
}

interface Held extends GapDrag {
  readonly startX: number;
  readonly startGap: number;
}

/** Seconds a gap is rounded to: a pointer is no more exact. */
const roundGap = (seconds: number): number =>
  seconds > 120 ? Math.round(seconds / 5) * 5 : Math.round(seconds);

/** @param onGap called once a frame at most, with the request's index and its new gap in seconds */
export function useGapDrag(onGap: (index: number, gap: number) => void): {
  readonly drag: GapDrag | null;
  grab(event: ReactPointerEvent, index: number, gap: number, pixelsPerSecond: number): void;
} {
  const [held, setHeld] = useState<Held | null>(null);

  useEffect(() => {
    if (!held) return;
    let frame = 0;
    let pointer = held.startX;
    let sent = held.startGap;
    function send(): void {
      frame = 0;
      if (!held) return;
      const gap = Math.max(0, roundGap(held.startGap + (pointer - held.startX) / held.pixelsPerSecond));
      if (gap === sent) return;
      sent = gap;
      onGap(held.index, gap);
    }
    function move(event: PointerEvent): void {
      pointer = event.clientX;
      if (frame === 0) frame = requestAnimationFrame(send);
    }
    function drop(): void {
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

  return {
    drag: held,
    grab(event, index, gap, pixelsPerSecond) {
      if (event.button !== 0) return;
      event.preventDefault();
      setHeld({ index, startX: event.clientX, startGap: gap, pixelsPerSecond });
    },
  };
}

"use client";
/** Moves a turn by its handle: where it would stand is shown while it is dragged, and Escape leaves it where it is. */
import { type PointerEvent, type RefObject, useCallback, useRef, useState } from "react";
import type { TurnEdits } from "./use-turn-edits";

export interface TurnDrag {
  /** Index of the turn it would stand before, the number of turns for the end; null while nothing is dragged. */
  readonly before: number | null;
  readonly grab: (event: PointerEvent<HTMLElement>, index: number) => void;
}

/** Pixels from the list's edges within which it scrolls along, and how far at each move. */
const EDGE = 36;
const STEP = 14;

/** The turn before which something dropped at this height would stand. Rows out of sight are not there. */
function findBefore(list: HTMLElement, y: number, turns: number): number {
  for (const row of list.querySelectorAll<HTMLElement>("[data-place]")) {
    const place = Number(row.dataset.place);
    const { top, height } = row.getBoundingClientRect();
    if (place > 0 && y < top + height / 2) return place - 1;
  }
  return turns;
}

/** @param turns how many there are */
export function useTurnDrag(
  scroller: RefObject<HTMLElement | null>,
  turns: number,
  edits: TurnEdits,
): TurnDrag {
  const [before, setBefore] = useState<number | null>(null);
  const count = useRef(turns);
  count.current = turns;

  const grab = useCallback(
    (event: PointerEvent<HTMLElement>, index: number): void => {
      const list = scroller.current;
      if (!list || event.button !== 0) return;
      const handle = event.currentTarget;
      let target: number | null = null;
      handle.setPointerCapture(event.pointerId);

      function follow({ clientY }: globalThis.PointerEvent): void {
        if (!list) return;
        const { top, bottom } = list.getBoundingClientRect();
        if (clientY < top + EDGE) list.scrollBy(0, -STEP);
        if (clientY > bottom - EDGE) list.scrollBy(0, STEP);
        const found = findBefore(list, clientY, count.current);
        // Before or behind itself it stays where it is.
        target = found === index || found === index + 1 ? null : found;
        setBefore(target);
      }
      function end(drop: boolean): void {
        handle.removeEventListener("pointermove", follow);
        handle.removeEventListener("pointerup", finish);
        handle.removeEventListener("pointercancel", cancel);
        window.removeEventListener("keydown", watch, true);
        setBefore(null);
        if (drop && target !== null) edits.move(index, target > index ? target - 1 : target);
      }
      const finish = (): void => end(true);
      const cancel = (): void => end(false);
      function watch(pressed: KeyboardEvent): void {
        if (pressed.key !== "Escape") return;
        pressed.stopPropagation();
        end(false);
      }
      handle.addEventListener("pointermove", follow);
      handle.addEventListener("pointerup", finish);
      handle.addEventListener("pointercancel", cancel);
      window.addEventListener("keydown", watch, true);
    },
    [scroller, edits],
  );
  return { before, grab };
}

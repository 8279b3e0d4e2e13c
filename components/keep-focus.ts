"use client";
/** The focus is never lost: where its element goes away, the nearest one left in the same panel gets it. */
import { useEffect } from "react";

const FOCUSABLE =
  'button:not([disabled]), a[href], input:not([disabled]), textarea, select, [tabindex]:not([tabindex="-1"])';

/** Where the focus was last. */
interface Place {
  readonly element: Element;
  /** What it stands in, from the inside out. */
  readonly around: readonly Element[];
  readonly x: number;
  readonly y: number;
}

function placeOf(element: Element): Place {
  const around: Element[] = [];
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement)
    around.push(each);
  const { left, top, width, height } = element.getBoundingClientRect();
  return { element, around, x: left + width / 2, y: top + height / 2 };
}

function findNear({ around, x, y }: Place): HTMLElement | SVGElement | null {
  for (const each of around) {
    if (!each.isConnected) continue;
    let best: { readonly found: HTMLElement | SVGElement; readonly away: number } | null = null;
    for (const found of each.querySelectorAll<HTMLElement | SVGElement>(FOCUSABLE)) {
      // What Tab passes over is chosen by its focus: another tab, say.
      if (found.tabIndex < 0) continue;
      const box = found.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const away = Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y);
      if (!best || away < best.away) best = { found, away };
    }
    if (best) return best.found;
  }
  return null;
}

/** Keeps the focus on the page for as long as it is mounted. */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Place | null = null;
    let frame = 0;
    const remember = ({ target }: Event): void => {
      const focused = document.activeElement;
      if (focused && focused !== document.body && target instanceof Element) last = placeOf(focused);
    };
    /** After a moment: windows that close, and rows that follow a change, give it back by themselves. */
    function look(): void {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          if (!last || last.element.isConnected || document.activeElement !== document.body) return;
          findNear(last)?.focus({ preventScroll: true });
        });
      });
    }
    const watching = new MutationObserver(look);
    watching.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", remember);
    // Where it stands may have changed since it got the focus.
    document.addEventListener("keydown", remember, { capture: true });
    return () => {
      watching.disconnect();
      cancelAnimationFrame(frame);
      document.removeEventListener("focusin", remember);
      document.removeEventListener("keydown", remember, { capture: true });
    };
  }, []);
}

"use client";
/** Which stretch of a scrolled element is on the screen, so that only that need be drawn. */
import { type RefObject, useEffect, useState } from "react";

export interface VisibleRange {
  readonly from: number;
  readonly to: number;
}

/** Pixels drawn beyond either edge: scrolling shows no empty stretch. */
const BEYOND = 400;
/** Pixels; a range that moves with every scrolled pixel would draw as often. */
const STEP = 200;

export function useVisibleRange(host: RefObject<HTMLElement | null>, width: number): VisibleRange {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const follow = (): void => setLeft(Math.floor(element.scrollLeft / STEP) * STEP);
    follow();
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, [host]);
  return { from: left - BEYOND, to: left + width + STEP + BEYOND };
}

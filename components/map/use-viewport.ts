"use client";
/** Which stretch of a scrolled element is in sight, in steps, so that scrolling draws rows and not pixels. */
import { type RefObject, useEffect, useState } from "react";

export interface Viewport {
  readonly top: number;
  readonly bottom: number;
}

/** Pixels drawn beyond either edge, and the step in which the stretch moves. */
const BEYOND = 500;
const STEP = 160;

export function useViewport(host: RefObject<HTMLElement | null>, height: number): Viewport {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const follow = (): void => setTop(Math.floor(element.scrollTop / STEP) * STEP);
    follow();
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, [host]);
  return { top: top - BEYOND, bottom: top + height + STEP + BEYOND };
}

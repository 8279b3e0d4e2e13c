"use client";
/** Takes the focus to a row's element once the change that brings it about is on the screen. */
import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { SegmentRow } from "./segment-rows";

interface Wanted {
  readonly pointer: string;
  readonly selector: string;
}

/** @returns asks for the focus: the row's pointer, and what to look for in the panel */
export function useLateFocus(
  rows: readonly SegmentRow[],
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLDivElement | null>,
): (pointer: string, selector: string) => void {
  const [wanted, setWanted] = useState<Wanted | null>(null);

  useEffect(() => {
    if (!wanted) return;
    const index = rows.findIndex((row) => row.pointer === wanted.pointer);
    if (index < 0) return;
    virtualizer.scrollToIndex(index);
    const frame = requestAnimationFrame(() => {
      const element = scroller.current?.querySelector<HTMLElement>(wanted.selector);
      if (!element) return;
      element.focus();
      setWanted(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [rows, wanted, virtualizer, scroller]);

  return useCallback((pointer, selector) => setWanted({ pointer, selector }), []);
}

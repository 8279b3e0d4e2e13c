"use client";
/** Which rows of the scenario are mounted: those in sight, and those around the one that is worked in. */
import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import type { WantedFocus } from "./use-turn-edits";

/** Pixels of a row with short texts where there is room. */
const USUAL_HEIGHT = 118;
/** Pixels that stay free around a row that is brought into sight. */
const MARGIN = 16;

interface TurnWindow {
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLElement>;
  /** To be called with what takes the focus within the list. */
  readonly rememberFocus: (event: FocusEvent) => void;
}

/**
 * @param panel holds everything that may be focused after an edit
 * @param keys one of each turn; the document's row stands before them
 */
export function useTurnWindow(
  panel: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLDivElement | null>,
  keys: readonly number[],
  wanted: RefObject<WantedFocus | null>,
): TurnWindow {
  const worked = useRef<number | string | null>(null);
  const keyAt = useCallback((place: number): number | string => keys[place - 1] ?? "document", [keys]);

  /** The neighbours of the row worked in are there too, so that Tab leads to them. */
  function listPlaces(range: Range): number[] {
    const places = new Set(defaultRangeExtractor(range));
    const at = worked.current === "document" ? 0 : keys.indexOf(Number(worked.current ?? -1)) + 1;
    if (worked.current !== null) for (const place of [at - 1, at, at + 1]) places.add(place);
    if (wanted.current) places.add(wanted.current.turn + 1);
    return [...places].filter((place) => place >= 0 && place < range.count).sort((a, b) => a - b);
  }

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: keys.length + 1,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: () => USUAL_HEIGHT,
    indexAttribute: "data-place",
    rangeExtractor: listPlaces,
    scrollPaddingStart: MARGIN,
    scrollPaddingEnd: MARGIN,
    overscan: 6,
    useFlushSync: false,
  });

  useEffect(() => {
    const want = wanted.current;
    if (!want || !panel.current) return;
    wanted.current = null;
    virtualizer.scrollToIndex(want.turn + 1);
    want.find(panel.current)?.focus({ preventScroll: true });
  });

  const rememberFocus = useCallback(
    ({ target }: FocusEvent) => {
      const row = target.closest<HTMLElement>("[data-place]");
      if (row) worked.current = keyAt(Number(row.dataset.place));
    },
    [keyAt],
  );

  return { virtualizer, rememberFocus };
}

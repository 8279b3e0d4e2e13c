"use client";
/** The page's address as the state of a lesson: each step is an entry of the browser's history. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type LessonAddress, readLessonAddress, writeLessonAddress } from "../../lib/lessons/lesson-address";

/** Told to whoever reads the address here: the browser tells nobody of entries that a page makes itself. */
const CHANGED = "lesson-address";

function subscribe(notice: () => void): () => void {
  const events = ["popstate", CHANGED];
  for (const event of events) window.addEventListener(event, notice);
  return () => {
    for (const event of events) window.removeEventListener(event, notice);
  };
}

const readPlace = (): string => window.location.pathname + window.location.search;
const noPlace = (): string => "";

interface LessonAddressState {
  /** Null where the address names no lesson. */
  readonly address: LessonAddress | null;
  /** @param isStep false where the entry stands for the same place, shown in another way */
  readonly go: (next: LessonAddress, isStep?: boolean) => void;
}

export function useLessonAddress(): LessonAddressState {
  const place = useSyncExternalStore(subscribe, readPlace, noPlace);
  const address = useMemo(() => {
    const [path = "", search = ""] = place.split("?");
    return readLessonAddress(path, search);
  }, [place]);
  const go = useCallback((next: LessonAddress, isStep = true): void => {
    const url = writeLessonAddress(next);
    if (url === readPlace()) return;
    // Next keeps its own fields in an entry's state: they stay.
    if (isStep) window.history.pushState(window.history.state, "", url);
    else window.history.replaceState(window.history.state, "", url);
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return { address, go };
}

"use client";
/** The page's address as the state of a lesson: each step is an entry of the browser's history. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type LessonAddress, readLessonAddress, writeLessonAddress } from "../../lib/lessons/lesson-address";
import { watchAddress } from "../address/watch-address";

const watch = watchAddress("lesson-address");

const readPlace = (): string => window.location.pathname + window.location.search;
const noPlace = (): string => "";

interface LessonAddressState {
  /** Null where the address names no lesson. */
  readonly address: LessonAddress | null;
  /** @param isStep false where the entry stands for the same place, shown in another way */
  readonly go: (next: LessonAddress, isStep?: boolean) => void;
}

export function useLessonAddress(): LessonAddressState {
  const place = useSyncExternalStore(watch.subscribe, readPlace, noPlace);
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
    watch.tell();
  }, []);
  return { address, go };
}

"use client";
/** The keys of the map: arrows move between requests, Enter opens one, Alt with an arrow changes the wait before it. */
import { type RefObject, useCallback, useEffect, useEffectEvent, useRef } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { hasGap } from "../timeline/has-gap";
import { useMapStore } from "./map-store";

/** Seconds by which Alt and an arrow change a wait; with Shift the larger step. */
const NUDGE = { small: 10, large: 60 };

interface MapKeysOptions {
  readonly host: RefObject<HTMLElement | null>;
  readonly turns: TimelineView["turns"];
  readonly canEdit: boolean;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** @param seconds longer or, negative, shorter */
  readonly onNudge: (index: number, seconds: number) => void;
}

/** @returns takes the focus to a row once it is drawn */
export function useMapKeys({
  host,
  turns,
  canEdit,
  onSelect,
  onOpen,
  onNudge,
}: MapKeysOptions): (index: number) => void {
  const map = useMapStore();
  const wanted = useRef<number | null>(null);

  const focusWanted = (): void => {
    const row = host.current?.querySelector<SVGElement>(`[data-row="${wanted.current}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = null;
  };
  useEffect(() => {
    if (wanted.current !== null) focusWanted();
  });

  const handle = useEffectEvent((event: KeyboardEvent): void => {
    const row = (event.target as Element).getAttribute("data-row");
    if (row === null) return;
    const index = Number(row);
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return;
    if (altKey && (key === "ArrowLeft" || key === "ArrowRight")) {
      const turn = turns[index];
      if (!turn || index === 0 || !canEdit || !hasGap(turn)) return;
      const step = (shiftKey ? NUDGE.large : NUDGE.small) * (key === "ArrowLeft" ? -1 : 1);
      onNudge(index, step);
    } else if (altKey) return;
    else if (key === "Enter" || key === " ") onOpen(index);
    else if (key === "ArrowRight") {
      if (!map.getState().isOpened) onOpen(index);
    } else if (key === "ArrowLeft" || key === "Escape") map.setState({ isOpened: false });
    else {
      const targets: Readonly<Record<string, number>> = {
        ArrowDown: index + 1,
        ArrowUp: index - 1,
        Home: 0,
        End: turns.length - 1,
        PageDown: index + 10,
        PageUp: index - 10,
      };
      const target = targets[key];
      if (target === undefined) return;
      const next = Math.min(turns.length - 1, Math.max(0, target));
      wanted.current = next;
      onSelect(next);
      // Of a row that is selected already nothing is drawn again.
      focusWanted();
    }
    event.preventDefault();
  });

  useEffect(() => {
    const element = host.current;
    const listen = (event: KeyboardEvent): void => handle(event);
    element?.addEventListener("keydown", listen);
    return () => element?.removeEventListener("keydown", listen);
  }, [host]);

  return useCallback((index: number) => {
    wanted.current = index;
  }, []);
}

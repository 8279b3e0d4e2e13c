"use client";
/** The keys of the map: arrows move between requests, Enter opens one, Alt with an arrow changes the wait, + − 0 zoom. */
import { type RefObject, useCallback, useEffect, useEffectEvent, useRef } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { usePlaygroundStore } from "../playground-context";
import { hasGap } from "../timeline/has-gap";
import { useWords } from "../words/use-words";
import { useMapStore, withRow } from "./map-store";
import { moveStretch, sayStretch } from "./move-stretch";
import type { TokenScale } from "./token-scale";

/** Seconds by which Alt and an arrow change a wait; with Shift the larger step. */
const NUDGE = { small: 10, large: 60 };

/** As `aria-keyshortcuts` has it. */
export const MAP_KEYS =
  "ArrowUp ArrowDown Enter ArrowLeft ArrowRight Alt+ArrowLeft Alt+ArrowRight Plus - 0 Shift+ArrowLeft Shift+ArrowRight M";

interface MapKeysOptions {
  readonly host: RefObject<HTMLElement | null>;
  readonly turns: TimelineView["turns"];
  readonly scale: TokenScale;
  /** Tokens of the longest request with its answer. */
  readonly longest: number;
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
  scale,
  longest,
  canEdit,
  onSelect,
  onOpen,
  onNudge,
}: MapKeysOptions): (index: number) => void {
  const map = useMapStore();
  const { say } = useWords();
  const { actions } = usePlaygroundStore();
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
    const stretch = altKey ? undefined : moveStretch(scale.shown, longest, key, shiftKey);
    if (stretch !== undefined) {
      map.setState({ zoom: stretch, ...(stretch ? { isFolded: false } : {}) });
      actions.announce(say(sayStretch(stretch)));
    } else if (altKey && (key === "ArrowLeft" || key === "ArrowRight")) {
      const turn = turns[index];
      if (!turn || index === 0 || !canEdit || !hasGap(turn)) return;
      const step = (shiftKey ? NUDGE.large : NUDGE.small) * (key === "ArrowLeft" ? -1 : 1);
      onNudge(index, step);
    } else if (altKey) return;
    else if (key === "m" || key === "M") {
      host.current?.querySelector<SVGElement>(`[data-markers-of="${index}"] [tabindex="0"]`)?.focus();
    } else if (key === "Enter" || key === " ") onOpen(index);
    else if (key === "ArrowRight" || key === "ArrowLeft" || key === "Escape") {
      map.setState(({ opened }) => ({ opened: withRow(opened, index, key === "ArrowRight") }));
    } else {
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

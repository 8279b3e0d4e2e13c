"use client";
/** Changes of the gap before a request: by dragging it, or step by step. */
import { type PointerEvent, useCallback } from "react";
import { changeGap } from "../../lib/timeline/edit-scenario";
import { usePlaygroundStore } from "../playground-context";
import type { FixedScale } from "./time-scale";
import { useGapDrag } from "./use-gap-drag";

export function useGapEdits() {
  const { store, actions } = usePlaygroundStore();
  const setGap = useCallback(
    (index: number, gap: number) => {
      const { good, settings } = store.getState();
      const turn = good?.timeline.turns[index];
      if (settings.scenario && turn) actions.setScenario(changeGap(settings.scenario, turn.turn, gap));
    },
    [store, actions],
  );
  const gapOf = useCallback(
    (index: number) => {
      const { good, settings } = store.getState();
      return settings.scenario?.turns[good?.timeline.turns[index]?.turn ?? -1]?.gap ?? 0;
    },
    [store],
  );
  const { drag, grab } = useGapDrag(setGap);
  /** @param scale the one under the pointer, to be kept while it drags */
  const grabRequest = useCallback(
    (event: PointerEvent, index: number, scale: FixedScale) => grab(event, index, gapOf(index), scale),
    [grab, gapOf],
  );
  const nudge = useCallback(
    (index: number, seconds: number) => setGap(index, Math.max(0, gapOf(index) + seconds)),
    [setGap, gapOf],
  );
  return { drag, grabRequest, nudge };
}

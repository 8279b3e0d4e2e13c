"use client";
/** Changes of the gap before a request, in seconds, wherever they are made: chart, map or table. */
import { useMemo } from "react";
import { changeGap } from "../../lib/timeline/edit-scenario";
import { usePlaygroundStore } from "../playground-context";

export interface GapChanges {
  /** As the scenario has it, which is newer than what was played last. */
  gapOf(index: number): number;
  setGap(index: number, gap: number): void;
  /** Makes it so many seconds longer or, negative, shorter. */
  nudge(index: number, seconds: number): void;
}

export function useGapChanges(): GapChanges {
  const { store, actions } = usePlaygroundStore();
  return useMemo(() => {
    const turnOf = (index: number): number => store.getState().good?.timeline.turns[index]?.turn ?? -1;
    const gapOf = (index: number): number =>
      store.getState().settings.scenario?.turns[turnOf(index)]?.gap ?? 0;
    const setGap = (index: number, gap: number): void => {
      const { good, settings } = store.getState();
      if (settings.scenario && good?.timeline.turns[index])
        actions.setScenario(changeGap(settings.scenario, turnOf(index), gap));
    };
    const nudge = (index: number, seconds: number): void =>
      setGap(index, Math.max(0, gapOf(index) + seconds));
    return { gapOf, setGap, nudge };
  }, [store, actions]);
}

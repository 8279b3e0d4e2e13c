"use client";
/** Changes of the gap before a request in the chart: by dragging it, or step by step. */
import { type PointerEvent, useCallback } from "react";
import type { FixedScale } from "./time-scale";
import { useGapChanges } from "./use-gap-changes";
import { useGapDrag } from "./use-gap-drag";

export function useGapEdits() {
  const { gapOf, setGap, nudge } = useGapChanges();
  const { drag, grab } = useGapDrag(setGap);
  /** @param scale the one under the pointer, to be kept while it drags */
  const grabRequest = useCallback(
    (event: PointerEvent, index: number, scale: FixedScale) => grab(event, index, gapOf(index), scale),
    [grab, gapOf],
  );
  return { drag, grabRequest, nudge };
}

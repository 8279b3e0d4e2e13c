"use client";
/** Scrolls the map so that the selected row is in sight, wherever it was selected. */
import { type RefObject, useEffect, useEffectEvent } from "react";
import { HEAD, type RowsLayout } from "./lay-rows";

/** Pixels left free above and below the row. */
const SPARE = { above: 8, below: 24 };

/** @returns brings a row in sight that may be selected already, and have been scrolled away from */
export function useSelectedInSight(
  host: RefObject<HTMLElement | null>,
  rows: RowsLayout,
  selected: number,
  height: number,
): (index: number) => void {
  function bring(index: number): void {
    const box = host.current;
    const place = rows.rows[index];
    if (!box || !place || height === 0) return;
    const from = (place.wait ?? place).top;
    // Of an opened row that is higher than the screen the beginning counts.
    const to = Math.min(place.bottom, place.top + height - HEAD - 40);
    if (from < box.scrollTop + HEAD) box.scrollTop = from - HEAD - SPARE.above;
    else if (to > box.scrollTop + height - SPARE.below / 2) box.scrollTop = to - height + SPARE.below;
  }
  const follow = useEffectEvent(bring);
  const count = rows.rows.length;
  const opened = rows.rows[selected]?.opened?.height;
  // A row that opens elsewhere is looked at where it is: the selected one does not pull it out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they tell when there is something else to see
  useEffect(() => follow(selected), [selected, height, count, opened]);
  return bring;
}

/** Requests that overlap in time, bracketed: none can read what another of them writes. */
import type { MapLayout } from "./use-map-layout";

interface ParallelBracketsProps {
  readonly layout: MapLayout;
  /** Rows in sight, as indices. */
  readonly first: number;
  readonly last: number;
}

export function ParallelBrackets({ layout, first, last }: ParallelBracketsProps) {
  const { rows, scale, parallel } = layout;
  return parallel
    .filter((run) => run.last >= first && run.first <= last)
    .map((run) => (
      <path
        key={run.first}
        d={`M${scale.left - 4},${rows.rows[run.first]?.barTop}h-5V${rows.rows[run.last]?.barBottom}h5`}
        fill="none"
        stroke="var(--mute)"
        strokeWidth={1.4}
        pointerEvents="none"
        data-parallel={`${run.first} ${run.last}`}
      />
    ));
}

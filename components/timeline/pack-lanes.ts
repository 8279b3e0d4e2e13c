/** Gives every cache entry a lane; a lane is used again once the entry in it has expired. */
import type { EntryLife } from "../../lib/timeline/simulate";

export interface PackedLanes {
  /** Lane of each entry, from 0. */
  readonly lanes: readonly number[];
  readonly count: number;
}

/**
 * @param entries in order of writing
 * @param spare seconds kept free behind an entry, for its label
 */
export function packLanes(
  entries: readonly Pick<EntryLife, "createdAt" | "expiresAt">[],
  spare: number,
): PackedLanes {
  const freeFrom: number[] = [];
  const lanes = entries.map(({ createdAt, expiresAt }) => {
    const free = freeFrom.findIndex((at) => at <= createdAt);
    const lane = free < 0 ? freeFrom.length : free;
    freeFrom[lane] = expiresAt + spare;
    return lane;
  });
  return { lanes, count: freeFrom.length };
}

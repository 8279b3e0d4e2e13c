/** Finds the entries that a request could have read under other circumstances: the why of a miss. */

import type { Cut, Layout } from "../../layout/layout";
import type { Missed } from "../system";
import { isReadable } from "./entry";
import { type EntryTable, findAny } from "./entry-table";

/** Blocks strictly between an entry's end and the block that a marker ends (assumption `block-counting`). */
export const blocksBetween = (entry: Cut, marker: Cut): number =>
  Math.max(0, marker.blocks - 1 - entry.blocks);

const KINDS = 4;

/**
 * Entries of longer prefixes than the one read, the longest of each kind; only asked for where something had to be
 * written. Looks at the cuts behind the one read, and at no more of them than can still say something new.
 * @param found cut of the entry read; -1 = none
 */
export function findMissed(
  table: EntryTable,
  { cuts, breakpoints }: Layout,
  at: number,
  found: number,
): Missed[] {
  const last = breakpoints.at(-1) ?? -1;
  const missed: Missed[] = [];
  // Where nothing lives, all that can be found has ended, and lies at the last breakpoint or before.
  const nothingLives = table.living === 0;
  const kinds = nothingLives ? 1 : KINDS;
  for (let place = nothingLives ? last : cuts.length - 1; place > found; place--) {
    const cut = cuts[place];
    const entry = cut && findAny(table, cut.key);
    if (!cut || !entry) continue;
    const live = isReadable(entry, at);
    // Behind the last breakpoint nothing is looked up: only a live entry there is a loss worth telling.
    if (place > last && !live) continue;
    const next = cuts[breakpoints.find((breakpoint) => breakpoint >= place) ?? -1];
    const why = live
      ? next
        ? "beyond-lookback"
        : "beyond-marker"
      : at < entry.expiresAt
        ? "pending"
        : "expired";
    if (missed.some((other) => other.why === why)) continue;
    missed.push({ why, cut: place, entry: { ...entry }, between: next ? blocksBetween(cut, next) : 0 });
    if (missed.length === kinds) break;
  }
  return missed;
}

/** The cache that breakpoints write and read: entries, their lives and the look-up, shared by all such systems. */

import type { Layout } from "../../layout/layout";
import { writeKind } from "../../offers/offer";
import type { Arrival, Hit, Played } from "../system";
import { type Entry, type EntryLife, isReadable } from "./entry";
import { type EntryTable, endUntil, findLive } from "./entry-table";
import { blocksBetween, findMissed } from "./find-missed";
import { leaveEntry, renewEntry } from "./leave-entry";

/** In what systems of this kind differ, for one request. */
export interface BoundaryRules extends Pick<Played, "system" | "lookUp"> {
  /** Seconds that what the request writes or renews lives from its start. */
  readonly life: number;
  /** Content blocks a look-up goes back. */
  readonly lookback: number;
}

/** Cut of the longest entry that a look-up from any breakpoint reaches; -1 where there is none. */
function findLongest(table: EntryTable, { cuts, breakpoints }: Layout, at: number, lookback: number): number {
  // The longest match wins, so the last breakpoint's own reach is looked through first.
  for (let order = breakpoints.length - 1; order >= 0; order--) {
    const breakpoint = breakpoints[order] ?? -1;
    const lower = breakpoints[order - 1] ?? -1;
    const marker = cuts[breakpoint];
    for (let place = breakpoint; marker && place > lower; place--) {
      const cut = cuts[place];
      if (!cut || blocksBetween(cut, marker) > lookback) break;
      const entry = findLive(table, cut.key);
      if (entry && isReadable(entry, at)) return place;
    }
  }
  return -1;
}

/**
 * Plays a request against the entries of its model. The rules that all such systems share, from
 * https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) and
 * https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16):
 * the longest live identical prefix within 20 content blocks before any breakpoint is read; what lies between it and
 * the last breakpoint is written; entries are readable when the response that wrote them has ended. Assumptions:
 * `every-breakpoint-leaves-an-entry`, `expiry-from-start`, `read-renews-own-markers`, `parallel-creators-each-pay`,
 * `ineffective-marker-selects-explicit`.
 * A step costs the cuts it looks at and the entries that end, not the history.
 */
export function playBoundaries(
  table: EntryTable,
  arrival: Arrival,
  { life, lookback, system, lookUp }: BoundaryRules,
): Played {
  const { layout, index, at, explain } = arrival;
  endUntil(table, at, explain);
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  const found = last ? findLongest(table, layout, at, lookback) : -1;
  const cut = layout.cuts[found];
  const entry = cut && findLive(table, cut.key);
  const read = cut?.prefix ?? 0;
  const written = Math.max(0, (last?.prefix ?? 0) - read);
  const hit: Hit | null = entry
    ? { cut: found, tokens: read, createdBy: entry.createdBy, lastUsedBy: entry.lastUsedBy }
    : null;
  const missed = explain && written > 0 ? findMissed(table, layout, at, found) : [];
  const use = { index, at, readableAt: at + arrival.duration, model: layout.model };
  if (entry) {
    entry.readBy.push(index);
    renewEntry(entry, use, life);
  }
  const created: Entry[] = [];
  for (const breakpoint of layout.breakpoints) {
    const place = layout.cuts[breakpoint];
    const own = place && breakpoint !== found ? leaveEntry(table, place, use, () => life) : null;
    if (own) created.push(own);
  }
  return {
    system,
    lookUp,
    layout,
    read,
    written,
    lines: [
      { kind: "read", tokens: read },
      { kind: writeKind(life), tokens: written },
    ],
    stored: written,
    hit,
    missed,
    shared: null,
    life,
    lookback,
    unread: null,
    created,
  };
}

/** Makes the entries at a request's breakpoints readable, where its end was not known when it was played. */
export function endResponse(table: EntryTable, { cuts, breakpoints }: Layout, end: number): void {
  for (const breakpoint of breakpoints) {
    const entry = findLive(table, cuts[breakpoint]?.key ?? -1);
    if (entry) entry.readableAt = Math.min(entry.readableAt, end);
  }
}

/** The longest entry that a marker at the request's end would have read; for requests that are served without. */
export function findUnread(table: EntryTable, { cuts }: Layout, at: number): EntryLife | null {
  for (let place = cuts.length - 1; table.living > 0 && place >= 0; place--) {
    const entry = findLive(table, cuts[place]?.key ?? -1);
    if (entry && isReadable(entry, at)) return { ...entry };
  }
  return null;
}

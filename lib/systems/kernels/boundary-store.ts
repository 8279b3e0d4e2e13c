/** The cache that breakpoints write and read: entries, their lives and the look-up, shared by all such systems. */

import type { Layout } from "../../layout/layout";
import { writeKind } from "../../offers/offer";
import { type Readings, readingOf } from "../../offers/readings";
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
  /** Seconds that what is written is priced for, where that is not its life. */
  readonly pricedLife?: number;
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings | undefined;
}

/** How readings change the play of one request. */
interface Turns {
  /** Whether an entry can be read at that time. */
  readonly isReadable: (entry: EntryLife, at: number) => boolean;
  /** Seconds from the start of the request to the end of an entry it writes or renews. */
  readonly until: number;
  readonly renews: boolean;
  readonly renewsNested: boolean;
}

function readTurns({ readings, life }: BoundaryRules, duration: number): Turns {
  const waits = readingOf(readings, "at-once") === "one-pays";
  return {
    isReadable: waits ? (entry, at) => at < entry.expiresAt : isReadable,
    until: life + (readingOf(readings, "life-from") === "end" ? duration : 0),
    renews: readingOf(readings, "life-renewed") === "by-use",
    renewsNested: readingOf(readings, "nested-renewal") === "all-within",
  };
}

/** Cut of the longest entry that a look-up from any breakpoint reaches; -1 where there is none. */
function findLongest(
  table: EntryTable,
  { cuts, breakpoints }: Layout,
  at: number,
  lookback: number,
  canRead: Turns["isReadable"],
): number {
  // The longest match wins, so the last breakpoint's own reach is looked through first.
  for (let order = breakpoints.length - 1; order >= 0; order--) {
    const breakpoint = breakpoints[order] ?? -1;
    const lower = breakpoints[order - 1] ?? -1;
    const marker = cuts[breakpoint];
    for (let place = breakpoint; marker && place > lower; place--) {
      const cut = cuts[place];
      if (!cut || blocksBetween(cut, marker) > lookback) break;
      const entry = findLive(table, cut.key);
      if (entry && canRead(entry, at)) return place;
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
export function playBoundaries(table: EntryTable, arrival: Arrival, rules: BoundaryRules): Played {
  const { life, lookback, system, lookUp, pricedLife = life } = rules;
  const { layout, index, at, explain } = arrival;
  const turns = readTurns(rules, arrival.duration);
  endUntil(table, at, explain);
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  const found = last ? findLongest(table, layout, at, lookback, turns.isReadable) : -1;
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
    if (turns.renews) renewEntry(entry, use, turns.until);
    else entry.lastUsedBy = index;
  }
  if (turns.renews && turns.renewsNested) {
    for (const { key } of layout.cuts.slice(0, Math.max(0, found))) {
      const within = findLive(table, key);
      if (within) renewEntry(within, use, turns.until);
    }
  }
  const created: Entry[] = [];
  for (const breakpoint of layout.breakpoints) {
    const place = layout.cuts[breakpoint];
    if (!place || breakpoint === found) continue;
    if (!turns.renews && findLive(table, place.key)) continue;
    const own = leaveEntry(table, place, use, () => turns.until);
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
      { kind: writeKind(pricedLife), tokens: written },
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

/**
 * Makes the entries at a request's breakpoints readable, where its end was not known when it was played; where lives count
 * from the end, that of each entry it wrote, read or renewed begins.
 */
export function endResponse(
  table: EntryTable,
  { layout: { cuts, breakpoints }, hit, life }: Pick<Played, "layout" | "hit" | "life">,
  end: number,
  readings?: Readings,
): void {
  const begins = readingOf(readings, "life-from") === "end";
  const places = new Set(begins && hit ? [...breakpoints, hit.cut] : breakpoints);
  for (const place of places) {
    const entry = findLive(table, cuts[place]?.key ?? -1);
    if (!entry) continue;
    entry.readableAt = Math.min(entry.readableAt, end);
    if (begins) entry.expiresAt = Math.min(entry.expiresAt, end + life);
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

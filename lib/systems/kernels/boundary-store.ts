/** The cache that breakpoints write and read: entries, their lives and the look-up, shared by all such systems. */

import type { Cut, Layout } from "../../layout/layout";
import {
  type CacheRequest,
  type CacheSystem,
  type CacheSystemId,
  type Hit,
  NOTHING_PLAYED,
  type Played,
} from "../cache-system";
import { type Entry, isReadable } from "./entry";
import { createEntryTable, type EntryTable, type KeptEntry } from "./entry-table";
import { blocksBetween, findMissed } from "./find-missed";

/** Content blocks a look-up goes back, where the model does not say. */
export const LOOKBACK_BLOCKS = 20;

/** In what systems of this kind differ. */
export interface BreakpointRules {
  readonly id: CacheSystemId;
  /** Seconds that what the request writes or renews lives from its start. */
  lifeOf(request: CacheRequest): number;
  /** The breakpoints that count; by default those of the document. */
  layOut?(request: CacheRequest): Layout;
  /** False leaves `missed` empty and forgets entries that have ended. */
  readonly explain: boolean;
  /** Entries of the models to be played, from before; they are changed in place. Absent = none. */
  readonly known?: readonly KeptEntry[];
}

export interface BreakpointCache extends CacheSystem {
  /** The entries of a model that live after what was last played, known ones included. */
  listLive(model: string): readonly KeptEntry[];
}

/** Cut of the longest entry that a look-up from any breakpoint reaches; -1 where there is none. */
function lookUp({ layout, at, model }: CacheRequest, table: EntryTable): number {
  const { cuts, breakpoints } = layout;
  const lookback = model?.lookbackBlocks ?? LOOKBACK_BLOCKS;
  // The longest match wins, so the last breakpoint's own reach is looked through first.
  for (let order = breakpoints.length - 1; order >= 0; order--) {
    const breakpoint = breakpoints[order] ?? -1;
    const lower = breakpoints[order - 1] ?? -1;
    const marker = cuts[breakpoint];
    for (let place = breakpoint; marker && place > lower; place--) {
      const cut = cuts[place];
      if (!cut || blocksBetween(cut, marker) > lookback) break;
      const entry = table.findLive(cut.key);
      if (entry && isReadable(entry, at)) return place;
    }
  }
  return -1;
}

/**
 * A cache, empty but for what is `known`. The rules that all its systems share, from
 * https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) and
 * https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16):
 * the longest live identical prefix within 20 content blocks before any breakpoint is read; what lies between it and
 * the last breakpoint is written; entries are private to a model and readable when the response that wrote them has
 * ended. Assumptions: `every-breakpoint-leaves-an-entry`, `expiry-from-start`, `read-renews-own-markers`,
 * `parallel-creators-each-pay`, `ineffective-marker-selects-explicit`.
 * A step costs the cuts it looks at and the entries that end, not the history.
 */
export function createBreakpointCache(rules: BreakpointRules): BreakpointCache {
  const tables = new Map<string, EntryTable>();
  const entries: Entry[] = [];

  /** The table of the request's model, without what has ended. */
  function tableFor({ layout, at }: CacheRequest): EntryTable {
    let table = tables.get(layout.model);
    if (!table) {
      table = createEntryTable(rules.explain);
      for (const { key, entry } of rules.known ?? [])
        if (entry.model === layout.model) table.keep(key, entry);
      tables.set(layout.model, table);
    }
    table.endUntil(at);
    return table;
  }

  function renew(entry: Entry, { at, index }: CacheRequest, life: number): void {
    entry.expiresAt = at + life;
    entry.lastUsedBy = index;
    if (entry.renewals.at(-1) !== at) entry.renewals.push(at);
  }

  function write(cut: Cut, { at, duration, index, layout }: CacheRequest, life: number): Entry {
    const entry: Entry = {
      pointer: cut.pointer,
      tokens: cut.prefix,
      model: layout.model,
      createdAt: at,
      readableAt: at + duration,
      expiresAt: at + life,
      renewals: [],
      createdBy: index,
      readBy: [],
      lastUsedBy: index,
    };
    entries.push(entry);
    return entry;
  }

  /** Every breakpoint leaves an entry: its own, or one that lives and starts its life again. */
  function settle(cut: Cut, request: CacheRequest, table: EntryTable, life: number): void {
    const entry = table.findLive(cut.key);
    if (!entry || request.at >= entry.expiresAt) {
      table.keep(cut.key, write(cut, request, life));
      return;
    }
    // Of several creators the first response to end makes the prefix readable.
    entry.readableAt = Math.min(entry.readableAt, request.at + request.duration);
    renew(entry, request, life);
  }

  function play(request: CacheRequest): Played {
    const { layout, index } = request;
    const table = tableFor(request);
    const life = rules.lifeOf(request);
    const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
    if (!last) return { ...NOTHING_PLAYED, life };
    const found = lookUp(request, table);
    const cut = layout.cuts[found];
    const entry = cut && table.findLive(cut.key);
    const read = cut?.prefix ?? 0;
    const written = Math.max(0, last.prefix - read);
    const hit: Hit | null = entry
      ? { cut: found, tokens: read, createdBy: entry.createdBy, lastUsedBy: entry.lastUsedBy }
      : null;
    const missed = rules.explain && written > 0 ? findMissed(request, table, found) : [];
    if (entry) {
      entry.readBy.push(index);
      renew(entry, request, life);
    }
    for (const breakpoint of layout.breakpoints) {
      const place = layout.cuts[breakpoint];
      if (place && breakpoint !== found) settle(place, request, table, life);
    }
    return { ...NOTHING_PLAYED, read, written, stored: written, hit, missed, life };
  }

  return {
    id: rules.id,
    entries,
    layOut: rules.layOut ?? (({ layout }) => layout),
    play,
    observe() {},
    listLive: (model) => tables.get(model)?.list() ?? [],
    findUnread(request) {
      const { layout, at } = request;
      const table = tableFor(request);
      for (let place = layout.cuts.length - 1; table.live > 0 && place >= 0; place--) {
        const entry = table.findLive(layout.cuts[place]?.key ?? -1);
        if (entry && isReadable(entry, at)) return { ...entry };
      }
      return null;
    },
  };
}

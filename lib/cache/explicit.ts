/** The explicit cache of Model Studio: markers write entries, look-ups go back from markers. */
import type { CacheRequest, CacheSystem, Hit, Missed, Played } from "./cache-system";
import { type Entry, type EntryLife, isReadable } from "./entry";
import type { Cut } from "./layout";

/** Seconds an entry lives (assumption `five-minutes-everywhere` where a model offers more). */
const LIFE = 300;

/** Content blocks a look-up goes back, where the model does not say. */
export const LOOKBACK_BLOCKS = 20;

/** Entries of one model, the newest for each prefix. */
type Table = Map<number, Entry>;

export interface ExplicitCache extends CacheSystem {
  /** Every entry ever written, in order of writing. */
  readonly entries: readonly EntryLife[];
  /** The longest entry that a marker at its end would have read; for requests without markers. */
  findUnread(request: CacheRequest): EntryLife | null;
}

/** Blocks strictly between an entry's end and the block that a marker ends (assumption `block-counting`). */
const blocksBetween = (entry: Cut, marker: Cut): number => Math.max(0, marker.blocks - 1 - entry.blocks);

/** Cut of the longest entry that a look-up from any breakpoint reaches; -1 where there is none. */
function lookUp({ layout, at, model }: CacheRequest, table: Table): number {
  const { cuts, breakpoints } = layout;
  const lookback = model?.lookbackBlocks ?? LOOKBACK_BLOCKS;
  let found = -1;
  for (const breakpoint of breakpoints) {
    const marker = cuts[breakpoint];
    for (let place = breakpoint; marker && place > found; place--) {
      const cut = cuts[place];
      if (!cut || blocksBetween(cut, marker) > lookback) break;
      const entry = table.get(cut.key);
      if (!entry || !isReadable(entry, at)) continue;
      found = place;
      break;
    }
  }
  return found;
}

/** Entries of longer prefixes that were not read; only looked for where something had to be written. */
function findMissed({ layout, at }: CacheRequest, table: Table, found: number): Missed[] {
  const { cuts, breakpoints } = layout;
  const last = breakpoints.at(-1) ?? -1;
  const missed: Missed[] = [];
  for (let place = cuts.length - 1; place > found; place--) {
    const cut = cuts[place];
    const entry = cut && table.get(cut.key);
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
  }
  return missed;
}

/**
 * A cache of its own, empty. Its rules, from
 * https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11):
 * the longest live identical prefix within 20 content blocks before any breakpoint is read; what lies between it and
 * the last breakpoint is written; entries are private to a model and readable when the response that wrote them has
 * ended. Assumptions: `every-breakpoint-leaves-an-entry`, `expiry-from-start`, `read-renews-own-markers`,
 * `parallel-creators-each-pay`, `ineffective-marker-selects-explicit`.
 * A step costs the cuts it looks at, not the history.
 */
export function createExplicitCache(): ExplicitCache {
  const tables = new Map<string, Table>();
  const entries: Entry[] = [];

  function tableOf(model: string): Table {
    let table = tables.get(model);
    if (!table) {
      table = new Map();
      tables.set(model, table);
    }
    return table;
  }

  function renew(entry: Entry, { at, index }: CacheRequest): void {
    entry.expiresAt = at + LIFE;
    entry.lastUsedBy = index;
    if (entry.renewals.at(-1) !== at) entry.renewals.push(at);
  }

  function write(cut: Cut, { at, duration, index, layout }: CacheRequest, table: Table): void {
    const entry: Entry = {
      pointer: cut.pointer,
      tokens: cut.prefix,
      model: layout.model,
      createdAt: at,
      readableAt: at + duration,
      expiresAt: at + LIFE,
      renewals: [],
      createdBy: index,
      readBy: [],
      lastUsedBy: index,
    };
    table.set(cut.key, entry);
    entries.push(entry);
  }

  /** Every breakpoint leaves an entry: its own, or one that lives and starts its life again. */
  function settle(cut: Cut, request: CacheRequest, table: Table): void {
    const entry = table.get(cut.key);
    if (!entry || request.at >= entry.expiresAt) {
      write(cut, request, table);
      return;
    }
    // Of several creators the first response to end makes the prefix readable.
    entry.readableAt = Math.min(entry.readableAt, request.at + request.duration);
    renew(entry, request);
  }

  function play(request: CacheRequest): Played {
    const { layout, index } = request;
    const table = tableOf(layout.model);
    const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
    if (!last) return { read: 0, written: 0, hit: null, missed: [], common: 0 };
    const found = lookUp(request, table);
    const cut = layout.cuts[found];
    const entry = cut && table.get(cut.key);
    const read = cut?.prefix ?? 0;
    const written = Math.max(0, last.prefix - read);
    const hit: Hit | null = entry
      ? { cut: found, tokens: read, createdBy: entry.createdBy, lastUsedBy: entry.lastUsedBy }
      : null;
    const missed = written > 0 ? findMissed(request, table, found) : [];
    if (entry) {
      entry.readBy.push(index);
      renew(entry, request);
    }
    for (const breakpoint of layout.breakpoints) {
      const place = layout.cuts[breakpoint];
      if (place && breakpoint !== found) settle(place, request, table);
    }
    return { read, written, hit, missed, common: 0 };
  }

  return {
    id: "model-studio-explicit",
    entries,
    play,
    observe() {},
    findUnread({ layout, at }) {
      const table = tableOf(layout.model);
      for (let place = layout.cuts.length - 1; place >= 0; place--) {
        const entry = table.get(layout.cuts[place]?.key ?? -1);
        if (entry && isReadable(entry, at)) return { ...entry };
      }
      return null;
    },
  };
}

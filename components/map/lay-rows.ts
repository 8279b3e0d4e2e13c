/** How high each request of the map stands, and at which height a moment lies: y is the order of requests, not time. */
import type { TimelineView, TurnView } from "../../lib/pipeline/analysis";

export interface RowPlace {
  /** Pixels from the top of the map to the top of the row and to its bar. */
  readonly top: number;
  readonly barTop: number;
  readonly barBottom: number;
  /** Foot of what belongs to the row, an opened list of messages included. */
  readonly bottom: number;
  /** Where a long wait before the row is drawn; null where there is none. */
  readonly wait: { readonly top: number; readonly bottom: number } | null;
  /** Room for the messages of an opened row; null where it is closed. */
  readonly opened: { readonly top: number; readonly height: number } | null;
}

export interface RowsLayout {
  readonly rows: readonly RowPlace[];
  /** Pixels from row to row. */
  readonly pitch: number;
  /** True where a row has room for words below its bar. */
  readonly isRoomy: boolean;
  readonly barHeight: number;
  /** Pixels of the whole map, with what lies behind the last request. */
  readonly height: number;
  /** Height of a moment between the bars of the requests around it. */
  yAt(time: number): number;
  /** First and last row that touch a stretch of the map. */
  rowsIn(top: number, bottom: number): { readonly first: number; readonly last: number };
}

export interface RowsInput {
  readonly turns: TimelineView["turns"];
  /** Indices of requests before which every entry they could have read had ended. */
  readonly waits: ReadonlySet<number>;
  /** Pixels there are. */
  readonly available: number;
  /** False where the words of a row stand above its bar. */
  readonly isWide?: boolean;
  /** Pixels that the messages of an opened row take, by its index. */
  readonly opened?: ReadonlyMap<number, number>;
}

export const HEAD = 26;
const FOOT = 46;
const PITCH = { least: 24, most: 60 };
/** The least where words stand above the bar. */
const NARROW = 60;
/** From here on a row has a second line. */
const ROOMY = 42;
const WAIT = { roomy: 40, dense: 26 };

export function layRows({ turns, waits, available, isWide = true, opened }: RowsInput): RowsLayout {
  const count = Math.max(turns.length, 1);
  const room = available - HEAD - FOOT - waits.size * WAIT.roomy;
  const pitch = Math.min(PITCH.most, Math.max(isWide ? PITCH.least : NARROW, Math.floor(room / count)));
  const isRoomy = pitch >= ROOMY;
  const barHeight = isRoomy ? 15 : 11;
  let y = HEAD;
  const rows = turns.map((_, index): RowPlace => {
    const waiting = waits.has(index) ? (isRoomy ? WAIT.roomy : WAIT.dense) : 0;
    const wait = waiting > 0 ? { top: y, bottom: y + waiting } : null;
    const top = y + waiting;
    const barTop = top + (isRoomy ? 16 : Math.floor((pitch - barHeight) / 2));
    const list = opened?.get(index);
    const listTop = top + Math.max(pitch, barTop - top + barHeight + 16);
    y = list === undefined ? top + pitch : listTop + list + 8;
    return {
      top,
      barTop,
      barBottom: barTop + barHeight,
      bottom: y,
      wait,
      opened: list === undefined ? null : { top: listTop, height: list },
    };
  });
  const height = y + FOOT;

  function lastStartedBy(time: number): number {
    let low = 0;
    let high = turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((turns[middle]?.at ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  return {
    rows,
    pitch,
    isRoomy,
    barHeight,
    height,
    yAt(time) {
      const index = lastStartedBy(time);
      const row = rows[index];
      if (!row) return HEAD;
      const next = rows[index + 1];
      const [from, to] = [turns[index]?.at ?? 0, turns[index + 1]?.at];
      const end = next && to !== undefined ? next.barTop : height - 22;
      // Behind the last request there is no other end than that of the map.
      const share = to === undefined ? 1 : (time - from) / Math.max(to - from, 1e-9);
      return row.barBottom + share * Math.max(end - row.barBottom, 0);
    },
    rowsIn(top, bottom) {
      const find = (isBefore: (row: RowPlace) => boolean): number => {
        let low = 0;
        let high = rows.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          const row = rows[middle];
          if (row && isBefore(row)) low = middle + 1;
          else high = middle;
        }
        return low;
      };
      const first = find((row) => row.bottom < top);
      return { first, last: Math.min(rows.length - 1, find((row) => (row.wait ?? row).top <= bottom) - 1) };
    },
  };
}

/** Of the entries written before each request, when the last of them ends; null where there is none. */
export function listEnds({ turns, entries }: Pick<TimelineView, "turns" | "entries">): (number | null)[] {
  const inOrder = entries.toSorted((a, b) => a.createdBy - b.createdBy);
  let latest: number | null = null;
  let written = 0;
  return turns.map((_, index) => {
    for (let entry = inOrder[written]; entry && entry.createdBy < index; entry = inOrder[++written]) {
      latest = Math.max(latest ?? entry.expiresAt, entry.expiresAt);
    }
    return latest;
  });
}

/**
 * Requests before which a long wait is drawn: entries still lived when the one before was sent, and none does any more.
 * @param ends as `listEnds` gives them
 */
export function findWaits(turns: TimelineView["turns"], ends: readonly (number | null)[]): Set<number> {
  const waits = new Set<number>();
  turns.forEach(({ at }, index) => {
    const before = turns[index - 1]?.at ?? at;
    const end = ends[index] ?? null;
    if (end !== null && before < end && end <= at) waits.add(index);
  });
  return waits;
}

/** Runs of requests that overlap in time, which are bracketed: none can read what another of them writes. */
export function findParallel(
  turns: readonly Pick<TurnView, "at" | "duration">[],
): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  let first = 0;
  turns.forEach(({ at, duration }, index) => {
    const overlaps = index > 0 && at < end;
    if (!overlaps) first = index;
    end = overlaps ? Math.max(end, at + duration) : at + duration;
    const run = runs.at(-1);
    if (!overlaps) return;
    if (run?.first === first) run.last = index;
    else runs.push({ first, last: index });
  });
  return runs;
}

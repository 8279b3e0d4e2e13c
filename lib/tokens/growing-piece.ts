/** Counts a piece again and again while it grows, without merging its beginning anew each time. */
import type { Merger } from "./merge-bytes";

export interface GrowingPiece {
  /** Tokens of `bytes[from, to)`, one piece; fast where calls with one start come with ends that only grow. */
  count(bytes: Uint8Array, from: number, to: number): number;
  /** Other bytes follow. */
  forget(): void;
}

/** Tokens at the old end that are merged anew first; more where a merge reaches further back. */
const FIRST_REACH = 4;

/**
 * Byte-pair merging is local: tokens in a row are what merging gives exactly where each two neighbours are. So the old end
 * is merged anew together with what is new, and where the first token comes out as before, all before it stays as well.
 * @param lengthOf bytes of a token
 */
export function createGrowingPiece(merger: Merger, lengthOf: (id: number) => number): GrowingPiece {
  let start = -1;
  let end = -1;
  let ids: number[] = [];
  /** Where each token begins. */
  let places: number[] = [];

  /** Puts what was merged last, from a place on, behind the first `kept` tokens. */
  function take(count: number, kept: number, at: number): void {
    const merged = merger.ids();
    ids.length = kept;
    places.length = kept;
    for (let index = 0, place = at; index < count; index++) {
      const id = merged[index] as number;
      ids.push(id);
      places.push(place);
      place += lengthOf(id);
    }
  }

  /** Whether a place is within a character: those are never taken apart, since their bytes may be merged as one. */
  const isInside = (bytes: Uint8Array, at: number): boolean => ((bytes[at] as number) & 0xc0) === 0x80;

  function grow(bytes: Uint8Array, to: number): void {
    for (let reach = FIRST_REACH; reach < ids.length; reach *= 2) {
      let kept = ids.length - reach;
      while (kept > 0 && isInside(bytes, places[kept] as number)) kept--;
      const at = places[kept] as number;
      const count = merger.merge(bytes, at, to);
      if (merger.ids()[0] !== ids[kept]) continue;
      take(count, kept, at);
      return;
    }
    take(merger.merge(bytes, start, to), 0, start);
  }

  function beginAt(from: number): void {
    ids = [];
    places = [];
    start = from;
  }

  return {
    forget: () => beginAt(-1),
    count(bytes, from, to) {
      if (from !== start || to < end) beginAt(from);
      if (to !== end || ids.length === 0) grow(bytes, to);
      end = to;
      return ids.length;
    },
  };
}

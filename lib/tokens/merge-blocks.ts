/** Merges one huge piece block by block, so that what is worked on fits into the processor's caches. */

/** Bytes of a block: what its merging needs, some 50 bytes for each, is then near at hand. */
const BLOCK = 1 << 12;
/** Tokens before a block that are merged anew with it; more where a merge reaches further back. */
const FIRST_REACH = 4;
/** A merge that reaches further back than this is left to merging everything at once. */
const LAST_REACH = 1024;

interface Piece {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

interface Merged {
  readonly ids: Int32Array;
  readonly count: number;
}

/** Merges bytes of a piece at once. */
type MergeWhole = (bytes: Uint8Array, from: number, to: number) => Merged;

/** From how many bytes on blocks are faster than merging at once. */
export const WORTH_BLOCKS = BLOCK * 2;

/** Whether a place is within a character: those are never taken apart, since their bytes may be merged as one. */
const isInside = (bytes: Uint8Array, at: number): boolean => ((bytes[at] as number) & 0xc0) === 0x80;

/**
 * Byte-pair merging is local: tokens in a row are what merging gives exactly where each two neighbours are. So the last
 * tokens so far are merged anew together with the next block, and where the first of them comes out as before, all before
 * it stays as well.
 * @param lengthOf bytes of a token
 * @param block bytes of a block
 * @returns null where merges reach so far back that blocks save nothing
 */
export function mergeBlocks(
  { bytes, from, to }: Piece,
  lengthOf: (id: number) => number,
  mergeWhole: MergeWhole,
  block = BLOCK,
): Merged | null {
  let all = new Int32Array((to - from) >> 1);
  let count = 0;

  function append(found: Merged, kept: number): void {
    count = kept + found.count;
    if (count > all.length) {
      const longer = new Int32Array(Math.min(to - from, Math.max(count, all.length * 2)));
      longer.set(all);
      all = longer;
    }
    all.set(found.ids.subarray(0, found.count), kept);
  }

  /** Merges on from `end`; false where no place is found from which on only the new bytes matter. */
  function extend(end: number, next: number): boolean {
    let kept = count;
    let at = end;
    for (let reach = FIRST_REACH; reach <= LAST_REACH; reach *= 2) {
      const least = Math.max(0, count - reach);
      while (kept > least || (kept > 0 && isInside(bytes, at))) at -= lengthOf(all[--kept] as number);
      const found = mergeWhole(bytes, at, next);
      if (kept > 0 && found.ids[0] !== all[kept]) continue;
      append(found, kept);
      return true;
    }
    return false;
  }

  for (let end = from; end < to; ) {
    let next = Math.min(end + block, to);
    while (next < to && isInside(bytes, next)) next++;
    if (!extend(end, next)) return null;
    end = next;
  }
  return { ids: all, count };
}

/** Byte-pair merging: the bytes of one piece become tokens, lowest rank first. */
import { createPairTable } from "./pair-table";
import type { Vocabulary } from "./vocabulary";

export interface Merger {
  /**
   * Merges the first `length` bytes of `bytes` and returns how many tokens are left; `ids` holds them until the next call.
   * Short pieces are scanned, long ones go through a heap: n log n in time, about 32 bytes of memory per byte.
   */
  merge(bytes: Uint8Array, length: number): number;
  readonly ids: () => Int32Array;
}

/** Pieces up to this many bytes are merged by scanning for the lowest rank, which is faster while they are short. */
const SHORT = 48;
const NONE = 0x7fffffff;
/** A heap key is rank × 2³¹ + position: both stay exact in a double. */
const POSITIONS = 2 ** 31;

export function createMerger(vocabulary: Vocabulary): Merger {
  const { byteIds, merged } = vocabulary;
  const pairs = createPairTable(vocabulary);
  const bytePairs = new Int32Array(65536);
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 256; second++) {
      const rank = pairs.find(byteIds[first] as number, byteIds[second] as number);
      bytePairs[first * 256 + second] = rank < 0 ? NONE : rank;
    }
  }
  const rankOf = (a: number, b: number): number => {
    const rank = pairs.find(a, b);
    return rank < 0 ? NONE : rank;
  };

  let ids = new Int32Array(256);
  let ranks = new Int32Array(256);

  function mergeShort(length: number): number {
    let count = length;
    for (;;) {
      let lowest = NONE;
      let at = 0;
      for (let index = 0; index < count - 1; index++) {
        const rank = ranks[index] as number;
        if (rank < lowest) {
          lowest = rank;
          at = index;
        }
      }
      if (lowest === NONE) return count;
      ids[at] = merged[lowest] as number;
      count--;
      for (let index = at + 1; index < count; index++) {
        ids[index] = ids[index + 1] as number;
        ranks[index] = ranks[index + 1] as number;
      }
      ranks[at] = at + 1 < count ? rankOf(ids[at] as number, ids[at + 1] as number) : NONE;
      if (at > 0) ranks[at - 1] = rankOf(ids[at - 1] as number, ids[at] as number);
    }
  }

  let next = new Int32Array(0);
  let previous = new Int32Array(0);
  let heap = new Float64Array(0);
  let heapSize = 0;

  function push(key: number): void {
    if (heapSize === heap.length) {
      const larger = new Float64Array(Math.max(1024, heap.length * 2));
      larger.set(heap);
      heap = larger;
    }
    let at = heapSize++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as number;
      if (above <= key) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = key;
  }

  function pop(): number {
    const top = heap[0] as number;
    const key = heap[--heapSize] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heapSize) break;
      if (child + 1 < heapSize && (heap[child + 1] as number) < (heap[child] as number)) child++;
      const below = heap[child] as number;
      if (below >= key) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = key;
    return top;
  }

  function mergeLong(length: number): number {
    if (next.length < length) {
      next = new Int32Array(length);
      previous = new Int32Array(length);
    }
    heapSize = 0;
    for (let index = 0; index < length; index++) {
      next[index] = index + 1;
      previous[index] = index - 1;
      const rank = ranks[index] as number;
      if (rank !== NONE) push(rank * POSITIONS + index);
    }
    let count = length;
    while (heapSize > 0) {
      const key = pop();
      const rank = Math.floor(key / POSITIONS);
      const at = key - rank * POSITIONS;
      // A key whose pair has changed since it was pushed is out of date.
      if (ranks[at] !== rank) continue;
      const gone = next[at] as number;
      ids[at] = merged[rank] as number;
      ranks[gone] = -1;
      count--;
      const after = next[gone] as number;
      next[at] = after;
      ranks[at] = NONE;
      if (after < length) {
        previous[after] = at;
        const rankAfter = rankOf(ids[at] as number, ids[after] as number);
        ranks[at] = rankAfter;
        if (rankAfter !== NONE) push(rankAfter * POSITIONS + at);
      }
      const before = previous[at] as number;
      if (before >= 0) {
        const rankBefore = rankOf(ids[before] as number, ids[at] as number);
        ranks[before] = rankBefore;
        if (rankBefore !== NONE) push(rankBefore * POSITIONS + before);
      }
    }
    for (let at = 0, place = 0; place < count; at = next[at] as number) ids[place++] = ids[at] as number;
    return count;
  }

  return {
    merge(bytes, length) {
      if (length === 0) return 0;
      if (ids.length < length) {
        ids = new Int32Array(length * 2);
        ranks = new Int32Array(length * 2);
      }
      ids[0] = byteIds[bytes[0] as number] as number;
      for (let index = 1; index < length; index++) {
        ids[index] = byteIds[bytes[index] as number] as number;
        ranks[index - 1] = bytePairs[(bytes[index - 1] as number) * 256 + (bytes[index] as number)] as number;
      }
      ranks[length - 1] = NONE;
      const count = length <= SHORT ? mergeShort(length) : mergeLong(length);
      // One huge piece must not keep its memory for ever.
      if (heap.length > 1 << 20) {
        heap = new Float64Array(0);
        next = new Int32Array(0);
        previous = new Int32Array(0);
      }
      return count;
    },
    ids: () => ids,
  };
}

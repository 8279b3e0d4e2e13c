/** Merges long pieces in time that grows with their length. */

const NONE = 0x7fffffff;
/** Scratch memory up to this many symbols is kept for the next piece. */
const KEPT = 1 << 16;

type FindRank = (left: number, right: number) => number;

/**
 * Places are kept by rank, and ranks are gone through from the lowest on. A merge makes pairs of higher ranks, because
 * tokens are built from older ones; where it does not, the places not yet reached are put back, so that the order stays
 * that of plain byte-pair merging.
 *
 * Merges the first `length` of `ids` in place and returns how many are left. Takes about 40 bytes of memory per symbol.
 * @param merged token that the merge of a rank gives; its parts are older tokens
 */
export function createLongMerger(
  find: FindRank,
  merged: Int32Array,
): (ids: Int32Array, length: number) => number {
  /** Last entry of each rank, 0 = none; which ranks have one, in two levels of bits. */
  const heads = new Int32Array(merged.length);
  const words = new Int32Array((merged.length >> 5) + 1);
  const blocks = new Int32Array((words.length >> 5) + 1);
  let places = new Int32Array(0);
  let links = new Int32Array(0);
  let ranks = new Int32Array(0);
  let next = new Int32Array(0);
  let previous = new Int32Array(0);
  let entries = 1;

  function push(rank: number, at: number): void {
    if (entries === places.length) {
      const longer = [places, links].map((old) => {
        const copy = new Int32Array(old.length * 2);
        copy.set(old);
        return copy;
      });
      [places, links] = longer as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
    }
    const head = heads[rank] as number;
    if (head === 0) {
      const word = rank >> 5;
      words[word] = (words[word] as number) | (1 << (rank & 31));
      blocks[word >> 5] = (blocks[word >> 5] as number) | (1 << (word & 31));
    }
    places[entries] = at;
    links[entries] = head;
    heads[rank] = entries++;
  }

  const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

  /** The lowest rank that has places; -1 where there is none left. */
  function lowestRank(): number {
    for (let index = 0; index < blocks.length; index++) {
      const bits = blocks[index] as number;
      if (bits === 0) continue;
      const word = index * 32 + lowestBit(bits);
      return word * 32 + lowestBit(words[word] as number);
    }
    return -1;
  }

  /** Takes the places of a rank out, from left to right. */
  function take(rank: number): Int32Array {
    let count = 0;
    for (let entry = heads[rank] as number; entry !== 0; entry = links[entry] as number) count++;
    const found = new Int32Array(count);
    let sorted = true;
    for (let entry = heads[rank] as number, at = count - 1; at >= 0; at--, entry = links[entry] as number) {
      found[at] = places[entry] as number;
      if (at + 1 < count && (found[at] as number) > (found[at + 1] as number)) sorted = false;
    }
    heads[rank] = 0;
    const word = rank >> 5;
    words[word] = (words[word] as number) & ~(1 << (rank & 31));
    if (words[word] === 0) blocks[word >> 5] = (blocks[word >> 5] as number) & ~(1 << (word & 31));
    return sorted ? found : found.sort();
  }

  function makeRoom(length: number): void {
    entries = 1;
    if (ranks.length >= length && (ranks.length <= KEPT || length > KEPT)) return;
    const size = Math.max(length, 1024);
    ranks = new Int32Array(size);
    next = new Int32Array(size);
    previous = new Int32Array(size);
    places = new Int32Array(size * 2);
    links = new Int32Array(size * 2);
  }

  return (ids, length) => {
    makeRoom(length);
    for (let at = 0; at < length; at++) {
      next[at] = at + 1;
      previous[at] = at - 1;
      const rank = at + 1 < length ? find(ids[at] as number, ids[at + 1] as number) : NONE;
      ranks[at] = rank;
      if (rank !== NONE) push(rank, at);
    }
    let count = length;
    for (let rank = lowestRank(); rank >= 0; rank = lowestRank()) {
      const id = merged[rank] as number;
      const found = take(rank);
      for (let index = 0; index < found.length; index++) {
        const at = found[index] as number;
        // A place whose pair has changed since it was noted is out of date.
        if (ranks[at] !== rank) continue;
        const gone = next[at] as number;
        const after = next[gone] as number;
        const before = previous[at] as number;
        ids[at] = id;
        ranks[gone] = -1;
        next[at] = after;
        count--;
        let made = NONE;
        if (after < length) {
          previous[after] = at;
          made = find(id, ids[after] as number);
          if (made !== NONE) push(made, at);
        }
        ranks[at] = made;
        let lowest = made;
        if (before >= 0) {
          made = find(ids[before] as number, id);
          ranks[before] = made;
          if (made !== NONE) push(made, before);
          if (made < lowest) lowest = made;
        }
        if (lowest > rank) continue;
        for (let rest = index + 1; rest < found.length; rest++) push(rank, found[rest] as number);
        break;
      }
    }
    for (let at = 0, place = 0; place < count; at = next[at] as number) ids[place++] = ids[at] as number;
    return count;
  };
}

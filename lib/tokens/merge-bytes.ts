/** Byte-pair merging: the bytes of one piece become tokens, lowest rank first. */
import { mergeBlocks, WORTH_BLOCKS } from "./merge-blocks";
import { createLongMerger } from "./merge-long";
import { createPairTable } from "./pair-table";
import { createTokenTexts } from "./token-texts";
import type { Vocabulary } from "./vocabulary";
import { findWholeCharacters } from "./whole-characters";

export interface Merger {
  /** Merges `bytes[from, to)`, which is well-formed UTF-8, and returns how many tokens are left. */
  merge(bytes: Uint8Array, from: number, to: number): number;
  /** The tokens of the last call, until the next one. */
  readonly ids: () => Int32Array;
}

/** Pieces of up to this many symbols are merged by scanning for the lowest rank, which is faster while they are short. */
const SHORT = 64;
/** Scratch memory for this many symbols is kept for the next piece. */
const KEPT = 1 << 16;
const NONE = 0x7fffffff;

/** @param bytesOf the bytes of a token */
export function createMerger(vocabulary: Vocabulary, bytesOf = createTokenTexts(vocabulary)): Merger {
  const { byteIds, merged } = vocabulary;
  const { find } = createPairTable(vocabulary);
  const { ids: characterIds, unsafe } = findWholeCharacters(vocabulary, find);
  const mergeLong = createLongMerger(find, merged);

  let ids: Int32Array = new Int32Array(256);
  const ranks = new Int32Array(SHORT);

  /** Writes the symbols that merging begins with, whole characters where that is the same; returns their number. */
  function begin(bytes: Uint8Array, from: number, to: number): number {
    let count = 0;
    let safeBefore = true;
    for (let at = from; at < to; ) {
      const first = bytes[at] as number;
      if (first < 0xe0 || first >= 0xf0) {
        ids[count++] = byteIds[first] as number;
        at++;
        safeBefore = at === to || unsafe[first * 256 + (bytes[at] as number)] === 0;
        continue;
      }
      const second = bytes[at + 1] as number;
      const third = bytes[at + 2] as number;
      at += 3;
      const safeAfter = at === to || unsafe[third * 256 + (bytes[at] as number)] === 0;
      const id = characterIds[((first & 15) << 12) | ((second & 63) << 6) | (third & 63)] as number;
      if (safeBefore && safeAfter && id >= 0) ids[count++] = id;
      else {
        ids[count++] = byteIds[first] as number;
        ids[count++] = byteIds[second] as number;
        ids[count++] = byteIds[third] as number;
      }
      safeBefore = safeAfter;
    }
    return count;
  }

  function mergeShort(length: number): number {
    let count = length;
    for (let index = 1; index < count; index++) {
      ranks[index - 1] = find(ids[index - 1] as number, ids[index] as number);
    }
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
      count--;
      for (let index = at + 1; index < count; index++) {
        ids[index] = ids[index + 1] as number;
        ranks[index] = ranks[index + 1] as number;
      }
      const id = merged[lowest] as number;
      ids[at] = id;
      if (at + 1 < count) ranks[at] = find(id, ids[at + 1] as number);
      if (at > 0) ranks[at - 1] = find(ids[at - 1] as number, id);
    }
  }

  function mergeAtOnce(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (ids.length < length) ids = new Int32Array(length * 2);
    // One huge piece must not keep its memory for ever.
    else if (ids.length > KEPT * 2 && length < KEPT) ids = new Int32Array(KEPT);
    const count = begin(bytes, from, to);
    return count <= SHORT ? mergeShort(count) : mergeLong(ids, count);
  }

  const lengthOf = (id: number): number => bytesOf(id).length;
  const mergeBlock = (bytes: Uint8Array, from: number, to: number) => ({
    count: mergeAtOnce(bytes, from, to),
    ids,
  });

  function mergeHuge(bytes: Uint8Array, from: number, to: number): number {
    const merged = mergeBlocks({ bytes, from, to }, lengthOf, mergeBlock);
    if (merged === null) return mergeAtOnce(bytes, from, to);
    ids = merged.ids;
    return merged.count;
  }

  return {
    merge: (bytes, from, to) =>
      to - from < WORTH_BLOCKS ? mergeAtOnce(bytes, from, to) : mergeHuge(bytes, from, to),
    ids: () => ids,
  };
}

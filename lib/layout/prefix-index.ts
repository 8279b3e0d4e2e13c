/** Gives equal prefixes equal numbers, so that a look-up compares two integers instead of two texts. */

export interface PrefixIndex {
  /** Identity of the prefix that continues `parent` by `text`. The empty text continues nothing: it is `parent`. */
  extend(parent: number, text: string): number;
}

export interface CountedIndex extends PrefixIndex {
  /** Prefixes it tells apart so far. */
  size(): number;
}

/** Identity of the empty prefix. */
export const EMPTY_PREFIX = 0;

/** Distinct texts one index can hold: with a parent below 2^27 the pair of both stays an exact number. */
const MAX_TEXTS = 2 ** 26;

/**
 * A fresh index. Keys of different indexes must not be compared.
 * The same text cut differently has the same key only where the cuts meet: extend by whole segments from segment
 * end to segment end, and reach a part's end from the segment's start.
 */
export function createPrefixIndex(): CountedIndex {
  const texts = new Map<string, number>();
  /** By parent and text, every continuation but the first of each parent. */
  const keys = new Map<number, number>();
  /** By parent, its first continuation. Most prefixes have one only, and an array is the faster place for it. */
  const firstText: string[] = [];
  const firstKey: number[] = [];
  let count = 0;
  return {
    size: () => count,
    extend(parent, text) {
      if (text === "") return parent;
      const first = firstKey[parent];
      if (first === undefined) {
        count++;
        firstText[parent] = text;
        firstKey[parent] = count;
        return count;
      }
      if (firstText[parent] === text) return first;
      let textId = texts.get(text);
      if (textId === undefined) {
        textId = texts.size;
        texts.set(text, textId);
      }
      const pair = parent * MAX_TEXTS + textId;
      let key = keys.get(pair);
      if (key === undefined) {
        key = ++count;
        keys.set(pair, key);
      }
      return key;
    },
  };
}

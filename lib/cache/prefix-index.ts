/** Gives equal prefixes equal numbers, so that a look-up compares two integers instead of two texts. */

export interface PrefixIndex {
  /** Identity of the prefix that continues `parent` by `text`. The empty text continues nothing: it is `parent`. */
  extend(parent: number, text: string): number;
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
export function createPrefixIndex(): PrefixIndex {
  const texts = new Map<string, number>();
  const keys = new Map<number, number>();
  /** By parent, the continuation asked for last: a conversation is laid out again with every request. */
  const recentText: string[] = [];
  const recentKey: number[] = [];
  return {
    extend(parent, text) {
      if (text === "") return parent;
      const recent = recentKey[parent];
      if (recent !== undefined && recentText[parent] === text) return recent;
      let textId = texts.get(text);
      if (textId === undefined) {
        textId = texts.size;
        texts.set(text, textId);
      }
      const pair = parent * MAX_TEXTS + textId;
      let key = keys.get(pair);
      if (key === undefined) {
        key = keys.size + 1;
        keys.set(pair, key);
      }
      recentText[parent] = text;
      recentKey[parent] = key;
      return key;
    },
  };
}

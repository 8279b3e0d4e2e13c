/** A set of texts that finds the one with the longest start in common with another text. */

export interface TextSet {
  has(text: string): boolean;
  add(text: string): void;
  /** The text that agrees longest with `text` from the start; undefined where none agrees at all. */
  findNearest(text: string): string | undefined;
}

function commonStart(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** An empty set. It is kept in order, where the nearest text is always a neighbour. */
export function createTextSet(): TextSet {
  const texts = new Set<string>();
  const sorted: string[] = [];

  /** Place of the first text that is not before `text`. */
  function placeOf(text: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    has: (text) => texts.has(text),
    add(text) {
      if (texts.has(text)) return;
      texts.add(text);
      sorted.splice(placeOf(text), 0, text);
    },
    findNearest(text) {
      const place = placeOf(text);
      const before = sorted[place - 1] ?? "";
      const after = sorted[place] ?? "";
      const nearest = commonStart(text, before) > commonStart(text, after) ? before : after;
      return commonStart(text, nearest) > 0 ? nearest : undefined;
    },
  };
}

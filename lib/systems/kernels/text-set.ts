/** A set of texts that finds the one with the longest start in common with another text. */

/** Kept in order, where the nearest text is always a neighbour; empty at first. */
export type TextSet = string[];

function commonStart(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Place of the first text that is not before `text`. */
function placeOf(texts: TextSet, text: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const hasText = (texts: TextSet, text: string): boolean => texts[placeOf(texts, text)] === text;

export function addText(texts: TextSet, text: string): void {
  const place = placeOf(texts, text);
  if (texts[place] !== text) texts.splice(place, 0, text);
}

/** The text that agrees longest with `text` from the start; undefined where none agrees at all. */
export function findNearest(texts: TextSet, text: string): string | undefined {
  const place = placeOf(texts, text);
  const before = texts[place - 1] ?? "";
  const after = texts[place] ?? "";
  const nearest = commonStart(text, before) > commonStart(text, after) ? before : after;
  return commonStart(text, nearest) > 0 ? nearest : undefined;
}

/** Where a stretch of a JSON string's decoded text stands in the document, escapes and all. */
import type { TextRange } from "../prompt/prompt";

/** How far the string asked for last was walked: its places are mostly asked for one after the other. */
let walked: { readonly text: string; readonly from: number; at: number; decoded: number } | null = null;

/**
 * Maps UTF-16 offsets of a decoded string back to the document.
 * @param literal range of the string in the document, quotes included
 * @param inner offsets into the decoded string, half-open
 */
export function sourceRange(text: string, literal: TextRange, inner: TextRange): TextRange {
  const from = literal.start + 1;
  const isAhead = walked?.text === text && walked.from === from && walked.decoded <= inner.start;
  if (!walked || !isAhead) walked = { text, from, at: from, decoded: 0 };
  const place = walked;
  const goTo = (offset: number): number => {
    while (place.decoded < offset && place.at < literal.end - 1) {
      place.at += lengthOfUnit(text, place.at);
      place.decoded++;
    }
    return place.at;
  };
  return { start: goTo(inner.start), end: goTo(inner.end) };
}

/** The same for several stretches of one string, ascending and apart: one walk over it. */
export const sourceRanges = (text: string, literal: TextRange, inners: readonly TextRange[]): TextRange[] =>
  inners.map((inner) => sourceRange(text, literal, inner));

/** Characters of the document that stand for one of the string: `\u00e9` is six, `\n` two. */
function lengthOfUnit(text: string, at: number): number {
  if (text[at] !== "\\") return 1;
  return text[at + 1] === "u" ? 6 : 2;
}

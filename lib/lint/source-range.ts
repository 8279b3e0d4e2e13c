/** Where a stretch of a JSON string's decoded text stands in the document, escapes and all. */
import type { TextRange } from "../prompt/prompt";

/**
 * Maps UTF-16 offsets of a decoded string back to the document.
 * @param literal range of the string in the document, quotes included
 * @param inner offsets into the decoded string, half-open
 */
export function sourceRange(text: string, literal: TextRange, inner: TextRange): TextRange {
  const [range = inner] = sourceRanges(text, literal, [inner]);
  return range;
}

/** The same for several stretches of one string, ascending and apart, in one walk over it. */
export function sourceRanges(text: string, literal: TextRange, inners: readonly TextRange[]): TextRange[] {
  let at = literal.start + 1;
  let decoded = 0;
  const goTo = (offset: number): number => {
    while (decoded < offset && at < literal.end - 1) {
      at += lengthOfUnit(text, at);
      decoded++;
    }
    return at;
  };
  return inners.map(({ start, end }) => ({ start: goTo(start), end: goTo(end) }));
}

/** Characters of the document that stand for one of the string: `\u00e9` is six, `\n` two. */
function lengthOfUnit(text: string, at: number): number {
  if (text[at] !== "\\") return 1;
  return text[at + 1] === "u" ? 6 : 2;
}

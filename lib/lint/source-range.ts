/** Where a stretch of a JSON string's decoded text stands in the document, escapes and all. */
import type { TextRange } from "../prompt/prompt";

/**
 * Maps UTF-16 offsets of a decoded string back to the document.
 * @param literal range of the string in the document, quotes included
 * @param inner offsets into the decoded string, half-open
 */
export function sourceRange(text: string, literal: TextRange, inner: TextRange): TextRange {
  let at = literal.start + 1;
  let decoded = 0;
  const goTo = (offset: number): number => {
    while (decoded < offset && at < literal.end - 1) {
      at += lengthOfUnit(text, at);
      decoded++;
    }
    return at;
  };
  const start = goTo(inner.start);
  return { start, end: goTo(inner.end) };
}

/** Characters of the document that stand for one of the string: `\u00e9` is six, `\n` two. */
function lengthOfUnit(text: string, at: number): number {
  if (text[at] !== "\\") return 1;
  return text[at + 1] === "u" ? 6 : 2;
}

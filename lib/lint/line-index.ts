/** Offsets of a text as lines and columns, for many places of one text. */
import type { TextRange } from "../prompt/prompt";

interface TextPlace {
  /** From 1; lines end at LF, CR LF or CR. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From 0, in UTF-16 units. */
  readonly offset: number;
}

/** A stretch of a text; `end` is the place after its last character. */
export interface PlacedRange {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

const CR = 13;
const LF = 10;

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === LF || (code === CR && text.charCodeAt(index + 1) !== LF)) starts.push(index + 1);
  }
  return starts;
}

/** Reads the text once; the function it gives places a range in logarithmic time. */
export function indexLines(text: string): (range: TextRange) => PlacedRange {
  const starts = findLineStarts(text);
  const placeAt = (offset: number): TextPlace => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
  return ({ start, end }) => ({ start: placeAt(start), end: placeAt(end) });
}

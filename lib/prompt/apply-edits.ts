/** Applies text edits to a text. */
import type { TextEdit, TextRange } from "./prompt";

/**
 * The text after all edits, whose ranges refer to the text given. Order does not matter.
 * Throws a `RangeError` when two edits overlap, because then no order is right.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { range, text: put } of sortEdits(edits)) {
    if (range.start < done) throw new RangeError("Two edits overlap.");
    pieces.push(text.slice(done, range.start), put);
    done = range.end;
  }
  pieces.push(text.slice(done));
  return pieces.join("");
}

/** The edits in the order of the text; of two at one place the one that only inserts comes first. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** True when no order of these edits is right. */
export function editsOverlap(edits: readonly TextEdit[]): boolean {
  return sortEdits(edits).some((edit, index, all) => {
    const next = all[index + 1];
    return next !== undefined && next.range.start < edit.range.end;
  });
}

/** Longer pieces are a text of their own, not something to be found within one. */
const FINDABLE = 2_000;

/**
 * Where the longest piece that the edits put in stands in the text after them, for the eye to find it; null where they put
 * in nothing, or more than one looks for.
 */
export function findInserted(edits: readonly TextEdit[]): TextRange | null {
  let shift = 0;
  let longest: TextRange | null = null;
  for (const { range, text } of sortEdits(edits)) {
    const blank = text.length - text.trimStart().length;
    const start = range.start + shift;
    const found = { start: start + blank, end: start + text.trimEnd().length };
    if (found.end - found.start > (longest ? longest.end - longest.start : 0)) longest = found;
    shift += text.length - (range.end - range.start);
  }
  return longest && longest.end - longest.start <= FINDABLE ? longest : null;
}

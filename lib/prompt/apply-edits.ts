/** Applies text edits to a text. */
import type { TextEdit } from "./prompt";

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

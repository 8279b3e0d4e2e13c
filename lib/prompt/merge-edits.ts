/** Joins edits that touch, so that an editor never has to guess their order. */
import { sortEdits } from "./apply-edits";
import type { TextEdit } from "./prompt";

/** The same change in the order of the text, with touching edits as one and edits that change nothing left out. */
export function mergeEdits(edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of sortEdits(edits)) {
    const { start, end } = edit.range;
    if (start === end && edit.text === "") continue;
    const last = merged.at(-1);
    if (last && last.range.end === start) {
      merged[merged.length - 1] = { range: { start: last.range.start, end }, text: last.text + edit.text };
    } else {
      merged.push(edit);
    }
  }
  return merged;
}

/** Characters compared at once: engines compare whole pieces many times faster than one character after the other. */
const STRIDE = 4096;

/** How many characters both texts begin with alike. */
function countCommonStart(before: string, after: string, most: number): number {
  let start = 0;
  while (start + STRIDE <= most && before.slice(start, start + STRIDE) === after.slice(start, start + STRIDE))
    start += STRIDE;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  return start;
}

/** How many characters both texts end with alike. */
function countCommonEnd(before: string, after: string, most: number): number {
  let end = 0;
  while (
    end + STRIDE <= most &&
    before.slice(before.length - end - STRIDE, before.length - end) ===
      after.slice(after.length - end - STRIDE, after.length - end)
  )
    end += STRIDE;
  while (
    end < most &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return end;
}

interface Difference {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
}

/** A key's difference is asked for by all that keep or carry the text. */
let last: Difference | null = null;

/** One edit that turns `before` into `after`: what lies between their common start and their common end; none where they are equal. */
export function differenceEdit(before: string, after: string): TextEdit[] {
  if (last?.after === after && last.before === before) return [...last.edits];
  const most = Math.min(before.length, after.length);
  const start = countCommonStart(before, after, most);
  const tail = countCommonEnd(before, after, most - start);
  const edits = mergeEdits([
    { range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) },
  ]);
  last = { before, after, edits };
  return [...edits];
}

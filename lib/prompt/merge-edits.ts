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

/** One edit that turns `before` into `after`: what lies between their common start and their common end. */
export function differenceEdit(before: string, after: string): TextEdit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return mergeEdits([
    { range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) },
  ]);
}

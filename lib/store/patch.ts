/** What a change takes out of a text and puts into it, so that it can be taken back without keeping whole texts. */
import { sortEdits } from "../prompt/apply-edits";
import { differenceEdit, mergeEdits } from "../prompt/merge-edits";
import type { TextEdit } from "../prompt/prompt";

/** Several of one change stand in the order of the text, apart from each other. */
export interface Patch {
  /** In the text before the change, in UTF-16 units. */
  readonly start: number;
  readonly removed: string;
  readonly put: string;
}

/** Engines keep the whole text alive behind a piece of it: this is a piece that stands alone. */
const standAlone = (piece: string): string => ` ${piece}`.slice(1);

const toPatch = (text: string, { range, text: put }: TextEdit): Patch => ({
  start: range.start,
  removed: standAlone(text.slice(range.start, range.end)),
  put: standAlone(put),
});

/** The patches of edits that `text` is about to get; an edit that puts back what it takes out is left out. */
export const patchesOf = (text: string, edits: readonly TextEdit[]): readonly Patch[] =>
  mergeEdits(sortEdits(edits))
    .map((edit) => toPatch(text, edit))
    .filter(({ removed, put }) => removed !== put);

/** The one patch that turns `before` into `after`; none where they are equal. */
export const patchesBetween = (before: string, after: string): readonly Patch[] =>
  patchesOf(before, differenceEdit(before, after));

/** UTF-16 units that the patches hold. */
export const sizeOf = (patches: readonly Patch[]): number =>
  patches.reduce((sum, { removed, put }) => sum + removed.length + put.length, 0);

/** The change once more, as edits of the text before it. */
export const editsForward = (patches: readonly Patch[]): TextEdit[] =>
  patches.map(({ start, removed, put }) => ({ range: { start, end: start + removed.length }, text: put }));

/** The way back, as edits of the text after the change. */
export function editsBackward(patches: readonly Patch[]): TextEdit[] {
  let shift = 0;
  return patches.map(({ start, removed, put }) => {
    const from = start + shift;
    shift += put.length - removed.length;
    return { range: { start: from, end: from + put.length }, text: removed };
  });
}

/** Whether these are edits of this text: what they replace stands where they say. */
export const fits = (text: string, edits: readonly TextEdit[], replaced: readonly string[]): boolean =>
  edits.every(({ range }, index) => text.startsWith(replaced[index] ?? "", range.start));

/** Two changes, one after the other, as one; null where the second does not touch what the first has put. */
export function joinPatches(first: Patch, second: Patch): Patch | null {
  const end = first.start + first.put.length;
  const secondEnd = second.start + second.removed.length;
  if (second.start > end || secondEnd < first.start) return null;
  const before = second.removed.slice(0, Math.max(0, first.start - second.start));
  const after = secondEnd > end ? second.removed.slice(end - second.start) : "";
  const kept = first.put.slice(0, Math.max(0, second.start - first.start));
  const rest = first.put.slice(Math.max(0, secondEnd - first.start));
  return {
    start: Math.min(first.start, second.start),
    removed: before + first.removed + after,
    put: kept + second.put + rest,
  };
}

/** Replacing a value, or removing a property, as a minimal change of the text. */

import { fail } from "../values/failure";
import { tell } from "../words/message";
import { nodeAt, propertyOf } from "./json-node";
import { parentPointer, pointerSteps, tellPlace } from "./json-pointer";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";
import { mergeEdits } from "./merge-edits";
import { cutProperty } from "./remove-property";

/** Writes `json`, a JSON text, in place of the value at `pointer`. */
export function replaceValue(text: string, pointer: string, json: string): EditResult {
  const node = nodeAt(parseJson(text).root, pointer);
  if (!node) return fail(tell("prompt.nothingAt", { place: tellPlace(pointer) }));
  return { ok: true, edits: mergeEdits([{ range: { start: node.start, end: node.end }, text: json }]) };
}

/** Removes the property at `pointer` with its comma. */
export function removeProperty(text: string, pointer: string): EditResult {
  const owner = nodeAt(parseJson(text).root, parentPointer(pointer));
  const key = pointerSteps(pointer).at(-1);
  const edits = owner?.type === "object" && key !== undefined ? cutProperty(text, owner, key) : [];
  if (edits.length === 0) return fail(tell("prompt.nothingAt", { place: tellPlace(pointer) }));
  return { ok: true, edits: mergeEdits(edits) };
}

/** Writes `"key": json` in place of the whole property at `pointer`. */
export function renameProperty(text: string, pointer: string, key: string, json: string): EditResult {
  const owner = nodeAt(parseJson(text).root, parentPointer(pointer));
  const property = propertyOf(owner, pointerSteps(pointer).at(-1) ?? "");
  if (!property) return fail(tell("prompt.nothingAt", { place: tellPlace(pointer) }));
  const { keyRange, value } = property;
  const edits = [
    { range: keyRange, text: JSON.stringify(key) },
    { range: { start: value.start, end: value.end }, text: json },
  ];
  return { ok: true, edits: mergeEdits(edits) };
}

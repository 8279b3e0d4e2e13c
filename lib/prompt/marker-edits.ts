/** Adding, removing and moving markers: each a minimal change of the document's text. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { applyEdits, editsOverlap } from "./apply-edits";
import { listEveryMarker } from "./every-marker";
import { type JsonNode, nodeAt } from "./json-node";
import { isWithin, parentPointer, tellPlace } from "./json-pointer";
import { indentAt, type JsonStyle, styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import { wrappedString } from "./marker-form";
import { insertMarker, type MarkerText } from "./marker-insert";
import { resolveTarget } from "./marker-target";
import { differenceEdit, mergeEdits } from "./merge-edits";
import { parsePrompt } from "./parse";
import type { Marker, Prompt, TextEdit } from "./prompt";
import { cut, cutProperty } from "./remove-property";

/** Edits against the text given, in its order, none touching another; or why there are none, in one sentence. */
export type EditResult = { readonly ok: true; readonly edits: TextEdit[] } | Failure;

/**
 * Puts a new marker `{"type": "ephemeral"}` on a segment (a message's pointer, `/system`: on its last part that can
 * carry one) or on a part. A string content becomes an array of one part. Refused where nothing there can carry a
 * marker, or something already does. Never throws.
 */
export function addMarker(text: string, target: string): EditResult {
  const read = readDocument(text);
  if (!read.ok) return read;
  const style = styleOf(text, read.root);
  const value = `{"type"${style.colon}"ephemeral"}`;
  return insertAt(text, read, target, { key: "cache_control", value, indent: "" }, []);
}

/** Removes one marker, wherever it is written. A content that was a string before becomes that string again. */
export function removeMarker(text: string, marker: string): EditResult {
  return removeMarkers(text, [marker]);
}

/**
 * Removes several markers as one change.
 * @param form `kept`: an array stays one, also where it was a string before
 */
export function removeMarkers(text: string, markers: readonly string[], form?: "kept"): EditResult {
  const read = readDocument(text);
  if (!read.ok) return read;
  const found: Marker[] = [];
  for (const pointer of markers) {
    const result = findMarker(read, pointer);
    if (!result.ok) return result;
    found.push(result.marker);
  }
  const style = styleOf(text, read.root);
  const edits = found.flatMap((marker) => removeMarkerText(text, read.root, marker, style, form));
  if (!editsOverlap(edits)) return { ok: true, edits: mergeEdits(edits) };
  // Markers side by side in one object share a comma: of each object one at a time.
  return editInSteps(
    text,
    takeTurns(found).map((turn) => (rest) => removeMarkers(rest, turn, form)),
  );
}

/** Pointers of markers in as many lists as one object has of them, each with one of an object at most. */
function takeTurns(markers: readonly Marker[]): string[][] {
  const turns: string[][] = [];
  const taken = new Map<string, number>();
  for (const { owner, pointer } of markers) {
    const turn = taken.get(owner) ?? 0;
    taken.set(owner, turn + 1);
    const list = turns[turn];
    if (list) list.push(pointer);
    else turns[turn] = [pointer];
  }
  return turns;
}

/** Several changes one after the other, each made in what the last one left, as one edit against the text given. */
export function editInSteps(text: string, steps: readonly ((rest: string) => EditResult)[]): EditResult {
  let rest = text;
  for (const step of steps) {
    const result = step(rest);
    if (!result.ok) return result;
    rest = applyEdits(rest, result.edits);
  }
  return { ok: true, edits: differenceEdit(text, rest) };
}

/**
 * Moves a marker to a segment or part; its value stays as written. Moving it there and back restores the text
 * exactly, if the document keeps one style and the marker is the last property of its part.
 */
export function moveMarker(text: string, marker: string, target: string): EditResult {
  const read = readDocument(text);
  if (!read.ok) return read;
  const result = findMarker(read, marker);
  if (!result.ok) return result;
  const { key, owner, range } = result.marker;
  const value = nodeAt(read.root, marker);
  if (!value || nodeAt(read.root, owner)?.type !== "object") {
    return fail(tell("prompt.markerNone", { place: tellPlace(marker) }));
  }
  const moved = { key, value: text.slice(value.start, value.end), indent: indentAt(text, range.start) };
  return insertAt(
    text,
    read,
    target,
    moved,
    removeMarkerText(text, read.root, result.marker, styleOf(text, read.root)),
  );
}

/** Removes every marker of a segment or part that has one, else adds one. */
export function toggleMarker(text: string, target: string): EditResult {
  const read = readDocument(text);
  if (!read.ok) return read;
  const held = target === "" ? [] : read.prompt.markers.filter((marker) => isWithin(marker.owner, target));
  if (held.length === 0) return addMarker(text, target);
  return removeMarkers(
    text,
    held.map((marker) => marker.pointer),
  );
}

interface Document {
  readonly ok: true;
  readonly prompt: Prompt;
  readonly root: JsonNode;
  readonly markers: ReadonlyMap<string, Marker>;
}

type Reading = Document | Failure;

/** The last text read: rules that offer many mends ask for the same one again and again. */
let lastRead: { readonly text: string; readonly reading: Reading } | null = null;

function readDocument(text: string): Reading {
  if (lastRead?.text !== text) lastRead = { text, reading: readAnew(text) };
  return lastRead.reading;
}

function readAnew(text: string): Reading {
  const { prompt } = parsePrompt(text);
  const { root } = parseJson(text);
  if (prompt && root) {
    const markers = new Map(listEveryMarker(prompt).map((marker) => [marker.pointer, marker]));
    return { ok: true, prompt, root, markers };
  }
  return fail(tell("prompt.unreadable"));
}

function findMarker(read: Document, pointer: string): { ok: true; marker: Marker } | Failure {
  const marker = read.markers.get(pointer);
  if (!marker) return fail(tell("prompt.markerNone", { place: tellPlace(pointer) }));
  const owner = nodeAt(read.root, marker.owner);
  const written =
    owner?.type === "object" ? owner.properties.filter((property) => property.key === marker.key) : [];
  if (written.length === 1) return { ok: true, marker };
  return fail(tell("prompt.markerTwice", { place: tellPlace(marker.owner), key: marker.key }));
}

function insertAt(
  text: string,
  read: Document,
  target: string,
  marker: MarkerText,
  removal: TextEdit[],
): EditResult {
  if (read.prompt.dialect === "responses") return fail(tell("prompt.responsesPlaceThemselves"));
  const found = resolveTarget(read.prompt, read.root, target);
  if (!found.ok) return found;
  const edits = insertMarker(text, found.target, marker, styleOf(text, read.root));
  return { ok: true, edits: mergeEdits([...removal, ...edits]) };
}

/** Edits that remove the marker; a content that was a string before it got the marker becomes that string again. */
function removeMarkerText(
  text: string,
  root: JsonNode,
  marker: Marker,
  style: JsonStyle,
  form?: "kept",
): TextEdit[] {
  const owner = nodeAt(root, marker.owner);
  if (owner?.type !== "object") return [];
  const isFolded = marker.place === "part" && form !== "kept";
  const content = isFolded ? nodeAt(root, parentPointer(marker.owner)) : null;
  const string = wrappedString(text, content, style, marker.key);
  if (string && content) {
    return [cut(content.start, string.start), cut(string.end, content.end)];
  }
  return cutProperty(text, owner, marker.key);
}

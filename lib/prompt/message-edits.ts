/** Adding, removing, duplicating and moving messages: each a minimal change of the document's text. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { cutItem, insertItem, moveItem } from "./array-edits";
import { type JsonNode, memberOf, stringOf } from "./json-node";
import { childPointer, parentPointer, tellPlace } from "./json-pointer";
import { type JsonStyle, styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import { type EditResult, editInSteps } from "./marker-edits";
import { INPUT, indexBehind, isApart, itemsOf, listPointer, messageIndex } from "./message-place";
import { parsePrompt } from "./parse";
import { removeProperty } from "./value-edit";

const UNREADABLE = tell("prompt.unreadable");

/**
 * Writes an empty message of this role behind the message at `after`, in the style of its neighbour.
 * Null, and a text that stands apart, such as `/system`, mean before the first one. A Responses input that is one text
 * becomes a list. Never throws.
 */
export function addMessage(text: string, after: string | null, role: string): EditResult {
  const first = after === null || isApart(after);
  const input = findOneText(text);
  if (input) return first || after === INPUT ? addBesideText(text, input, first, role) : noMessage(after);
  const found = findMessages(text);
  if (!found.ok) return found;
  const { array, style } = found;
  const index = first ? -1 : indexOf(found, after);
  if (index === null) return noMessage(after ?? "");
  const at = index + (first ? 1 : countItems(text, after));
  const message = writeMessage(text, array.items[Math.max(0, at - 1)], role, style);
  return { ok: true, edits: insertItem(text, array, at, message, style) };
}

/** Pointer that a message added behind another one gets. */
export function pointerBehind(text: string, after: string): string {
  const { prompt } = parsePrompt(text);
  const message = prompt?.messages.find(({ pointer }) => pointer === after);
  return childPointer(
    prompt ? listPointer(prompt) : "/messages",
    message ? indexBehind(message) : indexBehind({ pointer: after }),
  );
}

/** Removes a message with all its items; a text apart goes with its property. The only message is kept. */
export function removeMessage(text: string, pointer: string): EditResult {
  if (isApart(pointer)) return removeProperty(text, pointer);
  if (pointer === INPUT && findOneText(text)) return fail(tell("prompt.onlyMessage"));
  const found = findMessages(text);
  if (!found.ok) return found;
  const index = indexOf(found, pointer);
  if (index === null) return noMessage(pointer);
  const count = countItems(text, pointer);
  if (found.array.items.length === count) {
    return fail(tell("prompt.onlyMessage"));
  }
  if (count === 1) return { ok: true, edits: cutItem(text, found.array, index) };
  return editInSteps(text, cutSteps(index, count));
}

/** Writes a message a second time, behind itself, byte by byte the same. */
export function duplicateMessage(text: string, pointer: string): EditResult {
  const found = findMessages(text);
  if (!found.ok) return found;
  const index = indexOf(found, pointer);
  const count = countItems(text, pointer);
  const [first, last] = [found.array.items[index ?? -1], found.array.items[(index ?? -1) + count - 1]];
  if (index === null || !first || !last) return noMessage(pointer);
  const copy = text.slice(first.start, last.end);
  return { ok: true, edits: insertItem(text, found.array, index + count, copy, found.style) };
}

/**
 * Moves a message to where item `toIndex` of the array is, counted from 0; no edits where it is there already. One of
 * several items goes with all of them, to where another message begins.
 */
export function moveMessage(text: string, pointer: string, toIndex: number): EditResult {
  const found = findMessages(text);
  if (!found.ok) return found;
  const index = indexOf(found, pointer);
  if (index === null) return noMessage(pointer);
  if (!Number.isInteger(toIndex) || toIndex < 0 || toIndex >= found.array.items.length) {
    return fail(tell("prompt.noMessagePlace", { number: toIndex + 1 }));
  }
  const count = countItems(text, pointer);
  const other = countItems(text, childPointer(found.pointer, toIndex));
  if (count === 1 && other === 1)
    return { ok: true, edits: moveItem(text, found.array, index, toIndex, found.style) };
  return index === toIndex
    ? { ok: true, edits: [] }
    : moveItems(text, found, { index, count }, { toIndex, other });
}

/** A copy at the new place, then the items at the old one are cut. */
function moveItems(
  text: string,
  { array, style }: Messages,
  { index, count }: { readonly index: number; readonly count: number },
  { toIndex, other }: { readonly toIndex: number; readonly other: number },
): EditResult {
  const [first, last] = [array.items[index], array.items[index + count - 1]];
  if (!first || !last) return fail(UNREADABLE);
  const copy = text.slice(first.start, last.end);
  const isDown = toIndex > index;
  const insert = (rest: string): EditResult => {
    const found = findMessages(rest);
    if (!found.ok) return found;
    return {
      ok: true,
      edits: insertItem(rest, found.array, isDown ? toIndex + other : toIndex, copy, style),
    };
  };
  return editInSteps(text, [insert, ...cutSteps(isDown ? index : index + count, count)]);
}

/** Cuts as many items, one after the other, each at the same place. */
const cutSteps = (index: number, count: number): ((rest: string) => EditResult)[] =>
  Array.from({ length: count }, () => (rest: string): EditResult => {
    const found = findMessages(rest);
    return found.ok ? { ok: true, edits: cutItem(rest, found.array, index) } : found;
  });

/** How many items the message at a pointer is written as. */
function countItems(text: string, pointer: string): number {
  const message = parsePrompt(text).prompt?.messages.find((each) => each.pointer === pointer);
  return message ? itemsOf(message) : 1;
}

/** The one text that a Responses body asks with; null where it has a list, or is no such body. */
function findOneText(text: string): JsonNode | null {
  const { prompt } = parsePrompt(text);
  const input = memberOf(parseJson(text).root, "input");
  return prompt?.dialect === "responses" && stringOf(input) !== null ? input : null;
}

/** The one text becomes a message of a list, and the new one stands before or behind it. */
function addBesideText(text: string, { start, end }: JsonNode, before: boolean, role: string): EditResult {
  const { root } = parseJson(text);
  if (!root) return fail(UNREADABLE);
  const style = styleOf(text, root);
  const { colon, comma } = style;
  const added = writeMessage(text, undefined, role, style);
  const open = `{"role"${colon}"user"${comma}"content"${colon}`;
  return {
    ok: true,
    edits: [
      { range: { start, end: start }, text: before ? `[${added}${comma}${open}` : `[${open}` },
      { range: { start: end, end }, text: before ? "}]" : `}${comma}${added}]` },
    ],
  };
}

interface Messages {
  readonly ok: true;
  readonly array: JsonNode & { type: "array" };
  /** Pointer of the array: empty in a bare one. */
  readonly pointer: string;
  readonly style: JsonStyle;
}

function findMessages(text: string): Messages | Failure {
  const { root } = parseJson(text);
  const { prompt } = parsePrompt(text);
  const list = prompt?.dialect === "responses" ? INPUT : "/messages";
  const array = root?.type === "array" ? root : memberOf(root, list.slice(1));
  if (!root || array?.type !== "array") {
    return fail(findOneText(text) ? tell("prompt.inputIsText") : UNREADABLE);
  }
  return { ok: true, array, pointer: array === root ? "" : list, style: styleOf(text, root) };
}

function indexOf({ array, pointer }: Messages, at: string): number | null {
  const index = messageIndex(at);
  return index !== null && parentPointer(at) === pointer && index < array.items.length ? index : null;
}

function noMessage(pointer: string): EditResult {
  return fail(
    isApart(pointer)
      ? tell("prompt.systemOutside")
      : tell("prompt.noMessageAt", { place: tellPlace(pointer) }),
  );
}

/** A message spaced as its neighbour is. */
function writeMessage(
  text: string,
  neighbour: JsonNode | undefined,
  role: string,
  { colon, comma }: JsonStyle,
): string {
  const properties = neighbour?.type === "object" ? neighbour.properties : [];
  const first = properties[0];
  const last = properties.at(-1);
  const opening = neighbour && first ? text.slice(neighbour.start + 1, first.start) : "";
  const closing = neighbour && last ? text.slice(last.end, neighbour.end - 1) : "";
  const plain = opening.trim() === "" && closing.trim() === "";
  const [open, close] = plain ? [opening, closing] : ["", ""];
  const between = open.includes("\n") ? `,${open}` : comma;
  return `{${open}"role"${colon}${JSON.stringify(role)}${between}"content"${colon}""${close}}`;
}

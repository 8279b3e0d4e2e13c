/** Adding, removing, duplicating and moving messages: each a minimal change of the document's text. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { cutItem, insertItem, moveItem } from "./array-edits";
import { type JsonNode, memberOf } from "./json-node";
import { parentPointer, pointerSteps, tellPlace } from "./json-pointer";
import { type JsonStyle, styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";
import { removeProperty } from "./value-edit";

const UNREADABLE = tell("prompt.unreadable");

/**
 * Writes an empty message of this role behind the message at `after`, in the style of its neighbour.
 * Null, and `/system` of the Anthropic dialect, mean before the first one. Never throws.
 */
export function addMessage(text: string, after: string | null, role: string): EditResult {
  const found = findMessages(text);
  if (!found.ok) return found;
  const { array, style } = found;
  const first = after === null || after === "/system";
  const index = first ? -1 : indexOf(found, after);
  if (index === null) return noMessage(after ?? "");
  const message = writeMessage(text, array.items[Math.max(0, index)], role, style);
  return { ok: true, edits: insertItem(text, array, index + 1, message, style) };
}

/** Removes a message; `/system` of the Anthropic dialect goes with its property. The only message is kept. */
export function removeMessage(text: string, pointer: string): EditResult {
  if (pointer === "/system") return removeProperty(text, pointer);
  const found = findMessages(text);
  if (!found.ok) return found;
  const index = indexOf(found, pointer);
  if (index === null) return noMessage(pointer);
  if (found.array.items.length === 1) {
    return fail(tell("prompt.onlyMessage"));
  }
  return { ok: true, edits: cutItem(text, found.array, index) };
}

/** Writes a message a second time, behind itself, byte by byte the same. */
export function duplicateMessage(text: string, pointer: string): EditResult {
  const found = findMessages(text);
  if (!found.ok) return found;
  const index = indexOf(found, pointer);
  const item = found.array.items[index ?? -1];
  if (index === null || !item) return noMessage(pointer);
  const copy = text.slice(item.start, item.end);
  return { ok: true, edits: insertItem(text, found.array, index + 1, copy, found.style) };
}

/** Moves a message to where it is number `toIndex` of the array, counted from 0; no edits where it is there already. */
export function moveMessage(text: string, pointer: string, toIndex: number): EditResult {
  const found = findMessages(text);
  if (!found.ok) return found;
  const index = indexOf(found, pointer);
  if (index === null) return noMessage(pointer);
  if (!Number.isInteger(toIndex) || toIndex < 0 || toIndex >= found.array.items.length) {
    return fail(tell("prompt.noMessagePlace", { number: toIndex + 1 }));
  }
  return { ok: true, edits: moveItem(text, found.array, index, toIndex, found.style) };
}

/** Number of a message in its array, counted from 0; null for `/system` and whatever is no message. */
export function messageIndex(pointer: string): number | null {
  const steps = pointerSteps(pointer);
  const step =
    steps.length === 1 || (steps.length === 2 && steps[0] === "messages") ? steps.at(-1) : undefined;
  return step !== undefined && /^(0|[1-9]\d*)$/.test(step) ? Number(step) : null;
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
  const array = root?.type === "array" ? root : memberOf(root, "messages");
  if (!root || array?.type !== "array") return fail(UNREADABLE);
  return { ok: true, array, pointer: array === root ? "" : "/messages", style: styleOf(text, root) };
}

function indexOf({ array, pointer }: Messages, at: string): number | null {
  const index = messageIndex(at);
  return index !== null && parentPointer(at) === pointer && index < array.items.length ? index : null;
}

function noMessage(pointer: string): EditResult {
  return fail(
    pointer === "/system"
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

/** Moving and removing tools, and writing them in one fixed order: each a minimal change of the document's text. */

import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";
import { cutItem, moveItem } from "./array-edits";
import { type JsonNode, type JsonProperty, memberOf, stringOf } from "./json-node";
import { parentPointer, pointerSteps, tellPlace } from "./json-pointer";
import { styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";
import { differenceEdit } from "./merge-edits";
import type { TextRange } from "./prompt";
import { removeProperty } from "./value-edit";

/** Moves a tool to where it is number `toIndex` of the tools, counted from 0; no edits where it is there already. */
export function moveTool(text: string, pointer: string, toIndex: number): EditResult {
  const found = findTool(text, pointer);
  if (!found.ok) return found;
  if (!Number.isInteger(toIndex) || toIndex < 0 || toIndex >= found.tools.items.length) {
    return fail(tell("prompt.noToolPlace", { number: toIndex + 1 }));
  }
  const edits = moveItem(text, found.tools, found.index, toIndex, styleOf(text, found.root));
  return { ok: true, edits };
}

/** Removes a tool; the last one takes the property `tools` with it. */
export function removeTool(text: string, pointer: string): EditResult {
  const found = findTool(text, pointer);
  if (!found.ok) return found;
  if (found.tools.items.length === 1) return removeProperty(text, "/tools");
  return { ok: true, edits: cutItem(text, found.tools, found.index) };
}

/**
 * Sorts the tools by name and the keys of every object in them, so that two builds of the same tools are the same
 * bytes. The order of arrays inside a tool stays, blanks and comments stay where they are, names are compared by
 * code units. No edits where nothing changes.
 */
export function canonicaliseTools(text: string): EditResult {
  const tools = memberOf(parseJson(text).root, "tools");
  if (tools?.type !== "array") return fail(tell("prompt.noTools"));
  const written = tools.items.map((item) => ({ name: nameOf(item) ?? "\uffff", put: sortKeys(text, item) }));
  written.sort((a, b) => compare(a.name, b.name) || compare(a.put, b.put));
  const sorted = fillSlots(
    text,
    tools,
    tools.items,
    written.map((tool) => tool.put),
  );
  const after = text.slice(0, tools.start) + sorted + text.slice(tools.end);
  return { ok: true, edits: differenceEdit(text, after) };
}

function findTool(
  text: string,
  pointer: string,
): { ok: true; root: JsonNode; tools: JsonNode & { type: "array" }; index: number } | Failure {
  const { root } = parseJson(text);
  const tools = memberOf(root, "tools");
  const step = pointerSteps(pointer).at(-1) ?? "";
  const index = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1;
  const isTool = parentPointer(pointer) === "/tools" && tools?.type === "array" && tools.items[index];
  if (root && isTool) return { ok: true, root, tools, index };
  return fail(tell("prompt.noToolAt", { place: tellPlace(pointer) }));
}

function nameOf(tool: JsonNode): string | null {
  return stringOf(memberOf(memberOf(tool, "function"), "name")) ?? stringOf(memberOf(tool, "name"));
}

/** By code units, which no language setting changes. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A value's text with the keys of every object in it sorted. */
function sortKeys(text: string, node: JsonNode): string {
  if (node.type === "scalar") return text.slice(node.start, node.end);
  if (node.type === "array") {
    return fillSlots(
      text,
      node,
      node.items,
      node.items.map((item) => sortKeys(text, item)),
    );
  }
  const sorted = [...node.properties].sort((a, b) => compare(a.key, b.key));
  return fillSlots(
    text,
    node,
    node.properties,
    sorted.map((property) => sortProperty(text, property)),
  );
}

function sortProperty(text: string, { start, value }: JsonProperty): string {
  return text.slice(start, value.start) + sortKeys(text, value);
}

/** The text of `owner` with new texts in its slots; what stands between the slots stays. */
function fillSlots(
  text: string,
  owner: TextRange,
  slots: readonly TextRange[],
  texts: readonly string[],
): string {
  const pieces: string[] = [];
  let done = owner.start;
  slots.forEach((slot, index) => {
    pieces.push(text.slice(done, slot.start), texts[index] ?? text.slice(slot.start, slot.end));
    done = slot.end;
  });
  pieces.push(text.slice(done, owner.end));
  return pieces.join("");
}

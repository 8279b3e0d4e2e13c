/** How a document is spaced, so that what is written into it looks like its surroundings. */

import type { JsonNode, JsonProperty } from "./json-node";
import { isMarkerKey } from "./parse-marker";

/** Text after `:` and `,` on one line. */
export interface JsonStyle {
  readonly colon: ":" | ": ";
  readonly comma: "," | ", ";
}

const SPACED: JsonStyle = { colon: ": ", comma: ", " };
const COMPACT: JsonStyle = { colon: ":", comma: "," };

/**
 * Compact or spaced, after the first property of the document (of its first message in a bare array).
 * Markers are passed over: the answer must be the same with and without them, or moving a marker there and back
 * would not restore the text.
 */
export function styleOf(text: string, root: JsonNode): JsonStyle {
  const first = firstProperty(root);
  if (!first) return SPACED;
  const gap = text.slice(first.keyRange.end, first.value.start);
  return gap === ":" ? COMPACT : SPACED;
}

function firstProperty(node: JsonNode): JsonProperty | null {
  if (node.type === "object") return node.properties.find((property) => !isMarkerKey(property.key)) ?? null;
  if (node.type !== "array") return null;
  for (const item of node.items) {
    const property = item.type === "object" ? firstProperty(item) : null;
    if (property) return property;
  }
  return null;
}

/** Leading blanks of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return blanksFrom(text, start);
}

function blanksFrom(text: string, start: number): string {
  let end = start;
  while (text[end] === " " || text[end] === "\t") end++;
  return text.slice(start, end);
}

/**
 * A value of several lines taken from under one indent to under another. Lines that do not begin with the old
 * indent stay as they are. Going back gives the value as it was.
 */
export function reindent(value: string, from: string, to: string): string {
  if (from === to) return value;
  return value
    .split("\n")
    .map((line, index) => {
      const moves = index > 0 && line.trim() !== "" && line.startsWith(from);
      return moves ? to + line.slice(from.length) : line;
    })
    .join("\n");
}

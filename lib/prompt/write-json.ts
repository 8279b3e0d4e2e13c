/** Writes a JSON value the way a document is written: its indent, its spacing, its line ends. */

import type { JsonValue } from "../values/json";
import type { JsonNode } from "./json-node";
import { indentAt, styleOf } from "./json-style";
import { isMarkerKey } from "./parse-marker";

/** `", "` and `": "` on one line: how chat templates and SDKs write a call's arguments. */
export function writeSpacedJson(value: JsonValue): string {
  return writeOnLine(value, ", ", ": ");
}

/** The value as a document in the style of `text`, whose tree is `root`. */
export function writeLike(text: string, root: JsonNode, value: JsonValue): string {
  const body = text.slice(root.start, root.end);
  const { colon, comma } = styleOf(text, root);
  const written = /[\r\n]/.test(body)
    ? writeLines(value, indentOf(text, root), "")
    : writeOnLine(value, comma, colon);
  const lineEnd = body.includes("\r\n") ? "\r\n" : "\n";
  const start = text.startsWith("\ufeff") ? "\ufeff" : "";
  const end = /\s*$/.exec(text.slice(root.end))?.[0] ?? "";
  // A JSON string holds no line break as such, so every one is the writer's own.
  return start + written.replaceAll("\n", lineEnd) + end;
}

function indentOf(text: string, root: JsonNode): string {
  const first =
    root.type === "object" ? root.properties[0] : root.type === "array" ? root.items[0] : undefined;
  return (first && indentAt(text, first.start)) || "  ";
}

function writeOnLine(value: JsonValue, comma: string, colon: string): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => writeOnLine(item, comma, colon)).join(comma)}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}${colon}${writeOnLine(member, comma, colon)}`,
  );
  return `{${members.join(comma)}}`;
}

function writeLines(value: JsonValue, indent: string, at: string): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const inner = at + indent;
  const wrap = (open: string, lines: readonly string[], close: string): string =>
    lines.length === 0 ? open + close : `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${at}${close}`;
  if (Array.isArray(value)) {
    return wrap(
      "[",
      value.map((item) => writeLines(item, indent, inner)),
      "]",
    );
  }
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${writeMember(key, member, indent, inner)}`,
  );
  return wrap("{", members, "}");
}

/** A marker reads best on one line. */
function writeMember(key: string, value: JsonValue, indent: string, at: string): string {
  const short = isMarkerKey(key) && value !== null && typeof value === "object" && !Array.isArray(value);
  if (!short || Object.keys(value).length === 0) return writeLines(value, indent, at);
  return `{ ${writeSpacedJson(value).slice(1, -1)} }`;
}

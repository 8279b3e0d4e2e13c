/** The one-line form in which a string content carries a marker. */
import { type JsonNode, stringOf } from "./json-node";
import type { JsonStyle } from "./json-style";

/** What is written in front of the string and behind it: `[{"type": "text", "text": ` … `, "cache_control": V}]`. */
export function wrapString(style: JsonStyle, key: string, value: string): { before: string; after: string } {
  const { colon, comma } = style;
  return {
    before: `[{"type"${colon}"text"${comma}"text"${colon}`,
    after: `${comma}${JSON.stringify(key)}${colon}${value}}]`,
  };
}

/**
 * The string inside a content that is written exactly as `wrapString` writes it, or null. Only such a content folds
 * back to a string when its marker leaves: any other array was an array before.
 */
export function wrappedString(
  text: string,
  content: JsonNode | null,
  style: JsonStyle,
  key: string,
): JsonNode | null {
  if (content?.type !== "array" || content.items.length !== 1) return null;
  const part = content.items[0];
  if (part?.type !== "object" || part.properties.length !== 3) return null;
  const [, string, marker] = part.properties;
  if (!string || marker?.key !== key || stringOf(string.value) === null) return null;
  const { before, after } = wrapString(style, key, text.slice(marker.value.start, marker.value.end));
  const exact =
    text.slice(content.start, string.value.start) === before &&
    text.slice(string.value.end, content.end) === after;
  return exact ? string.value : null;
}

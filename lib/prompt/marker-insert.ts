/** Writes a marker into a document as text edits. */

import type { JsonNode, JsonProperty } from "./json-node";
import { indentAt, type JsonStyle, reindent } from "./json-style";
import { wrapString } from "./marker-form";
import type { MarkerTarget } from "./marker-target";
import type { TextEdit } from "./prompt";

/** A marker's text: its key, and its value as written under `indent`. */
export interface MarkerText {
  readonly key: string;
  readonly value: string;
  /** Leading blanks of the line the marker began on. */
  readonly indent: string;
}

/** Edits that write the marker at the target: around a string, or behind the last property of a part. */
export function insertMarker(
  text: string,
  target: MarkerTarget,
  marker: MarkerText,
  style: JsonStyle,
): TextEdit[] {
  if (target.form === "part") return insertIntoPart(text, target.node, target.around, marker, style);
  const { start, end } = target.node;
  const { before, after } = wrapString(
    style,
    marker.key,
    reindent(marker.value, marker.indent, indentAt(text, start)),
  );
  return [
    { range: { start, end: start }, text: before },
    { range: { start: end, end }, text: after },
  ];
}

function insertIntoPart(
  text: string,
  part: JsonNode & { type: "object" },
  around: JsonNode | null,
  marker: MarkerText,
  style: JsonStyle,
): TextEdit[] {
  const last = part.properties.at(-1);
  if (!last) return [];
  const separator = separatorAfter(text, part, last, style);
  const indent = separator.includes("\n") ? indentAt(separator, separator.length) : indentAt(text, last.end);
  const value = reindent(marker.value, marker.indent, indent);
  const property = `${JSON.stringify(marker.key)}${colonOf(text, last, style)}${value}`;
  const looksWrapped =
    around !== null &&
    part.properties.length === 2 &&
    text.slice(around.start, last.end) ===
      wrapString(style, "", "").before + text.slice(last.value.start, last.end) &&
    separator + property + text.slice(last.end, around.end) === wrapString(style, marker.key, value).after;
  const put = looksWrapped ? variantOf(separator) : separator;
  return [{ range: { start: last.end, end: last.end }, text: put + property }];
}

/** A separator that reads the same but tells an array that was one before from a string that became one. */
function variantOf(separator: string): string {
  return separator === "," ? ", " : ",";
}

/** What stands between the last two properties of the part, so that the new one follows the same habit. */
function separatorAfter(
  text: string,
  part: JsonNode & { type: "object" },
  last: JsonProperty,
  style: JsonStyle,
): string {
  const previous = part.properties.at(-2);
  const gap = text.slice(previous ? previous.end : part.start + 1, last.start);
  if (previous && /^\s*,\s*$/.test(gap)) return gap;
  // A comment in the gap stays out of it; only its line break counts.
  const breaks = /\r?\n[ \t]*$/.exec(gap);
  return breaks ? `,${breaks[0]}` : style.comma;
}

function colonOf(text: string, property: JsonProperty, style: JsonStyle): string {
  const gap = text.slice(property.keyRange.end, property.value.start);
  return /^[ \t]*:[ \t]*$/.test(gap) ? gap : style.colon;
}

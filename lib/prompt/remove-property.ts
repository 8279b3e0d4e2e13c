/** Takes a property out of an object as text edits. */

import type { JsonNode, JsonProperty } from "./json-node";
import type { TextEdit } from "./prompt";

/**
 * Edits that remove the property of that name (the last one, where it is written twice) with one comma and the
 * blanks in front of it, or behind it where it is the first. Comments stay. No edits where there is no such property.
 */
export function cutProperty(text: string, owner: JsonNode & { type: "object" }, key: string): TextEdit[] {
  const index = owner.properties.findLastIndex((property) => property.key === key);
  const property = owner.properties[index];
  if (!property) return [];
  const previous = owner.properties[index - 1];
  const next = owner.properties[index + 1];
  const before = previous ? text.slice(previous.end, property.start) : "";
  const after = text.slice(property.end, next ? next.start : owner.end - 1);
  if (previous && isPlainComma(before)) return [cut(previous.end, property.end)];
  if (next && isPlainComma(after)) return [cut(property.start, next.start)];
  return cutAmongComments(property, previous ? before : null, after);
}

/** An edit that removes a stretch of text. */
export function cut(start: number, end: number): TextEdit {
  return { range: { start, end }, text: "" };
}

function isPlainComma(gap: string): boolean {
  return /^\s*,\s*$/.test(gap);
}

/**
 * Removes the property and one comma, and leaves every comment where it is. The comma behind goes if there is one,
 * because the comma in front may end in a line comment's line. The property's line goes if nothing else is on it.
 */
function cutAmongComments(property: JsonProperty, before: string | null, after: string): TextEdit[] {
  const commaAfter = commaIn(after);
  const commaBefore = before === null ? -1 : commaIn(before);
  const rest = commaAfter >= 0 ? after.replace(/^([ \t]*),/, "$1") : after;
  const alone = /^[ \t]*\r?\n/.test(rest);
  const blanks = alone && before !== null ? (/\r?\n[ \t]*$/.exec(before)?.[0].length ?? 0) : 0;
  const edits = [cut(property.start - blanks, property.end)];
  if (commaAfter >= 0) edits.push(cut(property.end + commaAfter, property.end + commaAfter + 1));
  else if (before !== null && commaBefore >= 0) {
    const at = property.start - before.length + commaBefore;
    edits.push(cut(at, at + 1));
  }
  return edits;
}

/** Index of the comma in a gap that also holds comments, where commas mean nothing; -1 where there is none. */
function commaIn(gap: string): number {
  const blanked = gap.replace(/\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g, (comment) => " ".repeat(comment.length));
  return blanked.indexOf(",");
}

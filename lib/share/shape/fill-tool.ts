/** Replaces what a tool's definition says: its names, its descriptions and every text of its schema. */

import type { JsonValue } from "../../values/json";
import type { ShapeWriter } from "./shape-writer";

/** Properties whose keys are names of somebody's choice. */
const NAMED = new Set(["properties", "patternProperties", "$defs", "definitions", "dependentRequired"]);
/** Words of JSON Schema and of both dialects: they say nothing of the tool. */
const KEYWORDS = new Set(
  `type function name description parameters input_schema strict properties patternProperties $defs definitions
  dependentRequired required items prefixItems enum const default format pattern title examples example nullable
  minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems
  minProperties maxProperties additionalProperties additionalItems propertyNames contains anyOf oneOf allOf not if then
  else $ref $schema $id $comment deprecated readOnly writeOnly cache_control prompt_cache_breakpoint ephemeral ttl
  string number integer boolean object array null custom input_examples`
    .trim()
    .split(/\s+/),
);
const TYPES = new Set(["type"]);
const NAMES = new Set(["name", "required"]);
const TTL = /^\d{1,4}[smh]$/;

const fillReference = (text: string, writer: ShapeWriter): string =>
  text
    .split("/")
    .map((step) => (step === "#" || KEYWORDS.has(step) ? step : writer.fillName(step)))
    .join("/");

function fillString(text: string, key: string, writer: ShapeWriter, opensList: boolean): string {
  if (NAMES.has(key)) return writer.fillName(text);
  if (TYPES.has(key)) return KEYWORDS.has(text) ? text : writer.fillName(text);
  if (key === "ttl" && TTL.test(text)) return text;
  if (key === "$ref") return fillReference(text, writer);
  return writer.fillText(text, { before: opensList ? ' ["' : ' "', after: '"', json: true });
}

/** @param key the property the value stands in; an item of a list has its list's */
export function fillTool(
  value: JsonValue,
  writer: ShapeWriter,
  key = "",
  named = false,
  opensList = false,
): JsonValue {
  if (typeof value === "string") return fillString(value, named ? "" : key, writer, opensList);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value))
    return value.map((item, index) => fillTool(item, writer, key, named, index === 0));
  const members = Object.entries(value).map(([name, member]) => {
    const written = !named && KEYWORDS.has(name) ? name : writer.fillName(name);
    // A name of somebody's choice may spell a keyword; what it holds is a schema again.
    return [written, fillTool(member, writer, named ? "" : name, !named && NAMED.has(name))] as const;
  });
  return Object.fromEntries(members);
}

/** Replaces what the items of a Responses input say, and keeps which they are. */

import { isObject, type JsonValue } from "../../values/json";
import { fillArguments, fillInput } from "./fill-arguments";
import { fillContent } from "./fill-content";
import { isSetting, scrubValue } from "./scrub-value";
import type { ShapeWriter } from "./shape-writer";

type Members = (readonly [string, JsonValue])[];

const TYPES: ReadonlySet<string> = new Set([
  "message",
  "function_call",
  "function_call_output",
  "reasoning",
  "item_reference",
]);

/** Items of tools that the service runs keep only that they are such. */
function fillType(type: JsonValue): JsonValue {
  if (typeof type !== "string") return scrubValue(type);
  if (TYPES.has(type)) return type;
  return type.endsWith("_output") ? "other_call_output" : "other_call";
}

/** The texts of a thought, or of its summary. */
const fillThought = (value: JsonValue, writer: ShapeWriter): JsonValue =>
  Array.isArray(value)
    ? value.map((part: JsonValue) =>
        isObject(part) && typeof part.text === "string"
          ? { type: "summary_text", text: writer.fillText(part.text) }
          : scrubValue(part),
      )
    : scrubValue(value);

function fillItem(item: JsonValue, writer: ShapeWriter): JsonValue {
  if (!isObject(item)) return scrubValue(item);
  const isThought = item.type === "reasoning";
  const members = Object.entries(item).flatMap(([key, value]): Members => {
    if (key === "type") return [[key, fillType(value)]];
    if (key === "role") return [[key, value]];
    if (key === "summary" || (key === "content" && isThought)) return [[key, fillThought(value, writer)]];
    if (key === "content" || key === "output") return [[key, fillContent(value, writer)]];
    if (key === "call_id" || key === "id") return [[key, writer.fillId(String(value))]];
    if (key === "name" && typeof value === "string") return [[key, writer.fillName(value)]];
    if (key === "arguments") {
      return [[key, typeof value === "string" ? fillArguments(value, writer) : fillInput(value, writer)]];
    }
    if (key === "encrypted_content") return [[key, "x"]];
    return isSetting(key) ? [[key, scrubValue(value)]] : [];
  });
  return Object.fromEntries(members);
}

/** The `input` of a Responses body: one text, or a list of items. */
export const fillItems = (input: JsonValue, writer: ShapeWriter): JsonValue =>
  Array.isArray(input) ? input.map((item: JsonValue) => fillItem(item, writer)) : fillContent(input, writer);

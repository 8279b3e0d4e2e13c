/** Bounds that are written into a description: Anthropic's SDK moves there what its schemas may not say otherwise. */
import type { JsonObject, JsonValue } from "../../values/json";

const BOUNDS: ReadonlySet<string> = new Set([
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "maxItems",
  "maxLength",
  "maximum",
  "minItems",
  "minLength",
  "minimum",
  "multipleOf",
  "pattern",
  "uniqueItems",
]);

const PAIR = /(\w+): ("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false)(?=[,}])/g;

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The schema with the bounds that its description ends with, e.g. `{pattern: "^a", minLength: 3}`; its own win. Format:
 * https://github.com/anthropics/anthropic-sdk-typescript, transformJSONSchema (1.12.0).
 */
export function addDescribedBounds(schema: JsonObject): JsonObject {
  const { description } = schema;
  if (typeof description !== "string" || !description.endsWith("}")) return schema;
  const from = description.startsWith("{") ? 0 : description.lastIndexOf("\n\n{");
  if (from < 0) return schema;
  const bounds = [...description.slice(from).matchAll(PAIR)].flatMap(([, name = "", written = ""]) => {
    const value = BOUNDS.has(name) ? parse(written) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(bounds), ...schema };
}

/** A simple value that fits a JSON Schema: the arguments of a scripted tool call. */
import type { JsonValue } from "../../values/json";

type JsonObject = { readonly [key: string]: JsonValue };

const MAX_DEPTH = 8;
const MAX_ITEMS = 16;

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-01-01",
  "date-time": "2026-01-01T00:00:00Z",
  time: "00:00:00Z",
  email: "someone@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);
const numberOf = (value: JsonValue | undefined): number | null => (typeof value === "number" ? value : null);

/** What a local reference such as `#/$defs/City` points at. */
function resolve(root: JsonValue, reference: string): JsonValue | undefined {
  let found: JsonValue | undefined = root;
  for (const step of reference.replace(/^#\/?/, "").split("/")) {
    if (step === "") continue;
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

function fitText(schema: JsonObject): string {
  const format = typeof schema.format === "string" ? FORMATS[schema.format] : undefined;
  const text = format ?? "example";
  const least = Math.min(numberOf(schema.minLength) ?? 0, 1000);
  const most = Math.max(numberOf(schema.maxLength) ?? text.length, least);
  return text.padEnd(least, "x").slice(0, Math.max(0, most));
}

function fitNumber(schema: JsonObject, step: number): number {
  const over = numberOf(schema.exclusiveMinimum);
  const under = numberOf(schema.exclusiveMaximum);
  const least = numberOf(schema.minimum) ?? (over === null ? null : over + step);
  const most = numberOf(schema.maximum) ?? (under === null ? null : under - step);
  const value = Math.min(Math.max(1, least ?? 1), most ?? Math.max(1, least ?? 1));
  return step === 1 ? Math.ceil(value) : value;
}

function typeOf(schema: JsonObject): string {
  const { type } = schema;
  if (typeof type === "string") return type;
  const named = isList(type) ? type.find((each) => typeof each === "string" && each !== "null") : undefined;
  if (typeof named === "string") return named;
  return isObject(schema.properties) ? "object" : "string";
}

function fitValue(schema: JsonValue | undefined, root: JsonValue, depth: number): JsonValue {
  if (!isObject(schema) || depth > MAX_DEPTH) return {};
  if (typeof schema.$ref === "string") return fitValue(resolve(root, schema.$ref), root, depth + 1);
  if (schema.const !== undefined) return schema.const;
  for (const choices of [schema.enum, schema.examples]) {
    if (isList(choices) && choices[0] !== undefined) return choices[0];
  }
  if (schema.default !== undefined) return schema.default;
  const either = schema.anyOf ?? schema.oneOf;
  if (isList(either)) return fitValue(either[0], root, depth + 1);
  if (isList(schema.allOf)) return fitAll(schema.allOf, root, depth);
  switch (typeOf(schema)) {
    case "object":
      return fitObject(schema, root, depth);
    case "array": {
      const least = Math.min(numberOf(schema.minItems) ?? 0, MAX_ITEMS);
      return Array.from({ length: least }, () => fitValue(schema.items, root, depth + 1));
    }
    case "integer":
      return fitNumber(schema, 1);
    case "number":
      return fitNumber(schema, 0.5);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return fitText(schema);
  }
}

function fitAll(schemas: readonly JsonValue[], root: JsonValue, depth: number): JsonValue {
  const values = schemas.map((each) => fitValue(each, root, depth + 1));
  return values.every(isObject) ? Object.assign({}, ...values) : (values[0] ?? {});
}

function fitObject(schema: JsonObject, root: JsonValue, depth: number): JsonValue {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = isList(schema.required) ? schema.required : [];
  return Object.fromEntries(
    required
      .filter((name) => typeof name === "string")
      .map((name) => [
        name,
        fitValue(Object.hasOwn(properties, name) ? properties[name] : {}, root, depth + 1),
      ]),
  );
}

/** A value for a schema's required fields, the first or smallest that fits. Patterns and conditions are not read. */
export const fitSchema = (schema: JsonValue): JsonValue => fitValue(schema, schema, 0);

/** A simple value that fits a JSON Schema: arguments of a scripted call, and answers that have to have a shape. */
import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { addDescribedBounds } from "./described-bounds";
import { fitNumber, fitText } from "./fit-text";
import { createPatternTest, type PatternTest } from "./pattern-test";

export interface FitOptions {
  /** A better value for a field, which has to fit; undefined = there is none. */
  readonly guess?: (name: string, schema: JsonObject) => JsonValue | undefined;
  /** True fills in optional fields too, as far as they are not deep. */
  readonly whole?: boolean;
}

interface Fit extends FitOptions {
  readonly root: JsonValue;
  readonly matches: PatternTest;
}

const MAX_DEPTH = 12;
/** Depth to which optional fields are filled in, and from which the way out of a recursion is taken. */
const WHOLE_DEPTH = 3;
const MAX_ITEMS = 16;

const numberOf = (value: JsonValue | undefined): number | null => (typeof value === "number" ? value : null);

/** What a local reference such as `#/$defs/City` points at. */
function resolve(root: JsonValue, reference: string): JsonValue | undefined {
  let found: JsonValue | undefined = root;
  for (const step of reference.replace(/^#\/?/, "").split("/")) {
    if (step === "") continue;
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (isList(found)) found = found[Number(key)];
    else found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

/** The schema that a chain of references ends at, with what is written beside them. */
export function followReference(schema: JsonValue | undefined, root: JsonValue): JsonObject | null {
  let found = schema;
  for (let steps = 0; isObject(found) && typeof found.$ref === "string"; steps++) {
    if (steps > MAX_DEPTH) return null;
    const { $ref, ...beside } = found;
    const target = resolve(root, $ref);
    found = isObject(target) ? { ...target, ...beside } : target;
  }
  return isObject(found) ? addDescribedBounds(found) : null;
}

function typeOf(schema: JsonObject): string {
  const { type } = schema;
  if (typeof type === "string") return type;
  const named = isList(type) ? type.find((each) => typeof each === "string" && each !== "null") : undefined;
  if (typeof named === "string") return named;
  if (isObject(schema.properties)) return "object";
  return isObject(schema.items) || isList(schema.prefixItems) ? "array" : "string";
}

const isNull = (schema: JsonValue): boolean =>
  isObject(schema) && (schema.type === "null" || schema.const === null);

/** Deep within a recursion the choice that ends it, if there is one. */
function choose(choices: readonly JsonValue[], depth: number): JsonValue | undefined {
  const [first] = choices;
  if (depth < WHOLE_DEPTH) return choices.find((each) => !isNull(each)) ?? first;
  return choices.find(isNull) ?? choices.find((each) => isObject(each) && !("$ref" in each)) ?? first;
}

function fitValue(given: JsonValue | undefined, fit: Fit, depth: number): JsonValue {
  const schema = followReference(given, fit.root);
  if (schema === null || depth > MAX_DEPTH) return {};
  if (schema.const !== undefined) return schema.const;
  for (const choices of [schema.enum, schema.examples]) {
    if (isList(choices) && choices[0] !== undefined) return choices[0];
  }
  if (schema.default !== undefined) return schema.default;
  const either = schema.anyOf ?? schema.oneOf;
  if (isList(either)) {
    const chosen = fitValue(choose(either, depth), fit, depth + 1);
    // What is written beside the choice holds as well.
    return isObject(schema.properties) && isObject(chosen)
      ? Object.assign({}, fitObject(schema, fit, depth), chosen)
      : chosen;
  }
  if (isList(schema.allOf)) return fitAll(schema, schema.allOf, fit, depth);
  switch (typeOf(schema)) {
    case "object":
      return fitObject(schema, fit, depth);
    case "array":
      return fitList(schema, fit, depth);
    case "integer":
      return fitNumber(schema, 1);
    case "number":
      return fitNumber(schema, 0.5);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return fitText(schema, fit.matches);
  }
}

function fitAll(schema: JsonObject, all: readonly JsonValue[], fit: Fit, depth: number): JsonValue {
  const own = isObject(schema.properties) ? [fitObject(schema, fit, depth)] : [];
  const values = [...own, ...all.map((each) => fitValue(each, fit, depth + 1))];
  return values.every((value) => isObject(value)) ? Object.assign({}, ...values) : (values[0] ?? {});
}

/** As many items as have to be, and one where an answer is to be filled in; of those that must differ, each is another. */
function fitList(schema: JsonObject, fit: Fit, depth: number): JsonValue {
  const prefix = isList(schema.prefixItems) ? schema.prefixItems : [];
  const least = numberOf(schema.minItems) ?? 0;
  const usual = fit.whole && depth < WHOLE_DEPTH && (isObject(schema.items) || prefix.length > 0) ? 1 : 0;
  const most = Math.min(numberOf(schema.maxItems) ?? MAX_ITEMS, MAX_ITEMS);
  const length = Math.min(Math.max(least, usual), most);
  const items = Array.from({ length }, (_, index) => fitValue(prefix[index] ?? schema.items, fit, depth + 1));
  return schema.uniqueItems === true
    ? items.map((item, index) => tellApart(item, index, schema.items))
    : items;
}

function tellApart(item: JsonValue, index: number, schema: JsonValue | undefined): JsonValue {
  if (index === 0) return item;
  const other = isObject(schema) && isList(schema.enum) ? schema.enum[index] : undefined;
  if (other !== undefined) return other;
  if (typeof item === "number") return item + index;
  return typeof item === "string" ? `${item}${index + 1}` : item;
}

function fitObject(schema: JsonObject, fit: Fit, depth: number): JsonObject {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = isList(schema.required) ? schema.required : [];
  const optional = fit.whole && depth < WHOLE_DEPTH ? Object.keys(properties) : [];
  const names = [...new Set([...required, ...optional])].filter((name) => typeof name === "string");
  const filled = Object.fromEntries(
    names.map((name) => {
      const own = Object.hasOwn(properties, name) ? properties[name] : {};
      const known = followReference(own, fit.root);
      return [name, (known && fit.guess?.(name, known)) ?? fitValue(own, fit, depth + 1)];
    }),
  );
  return isObject(schema.additionalProperties) ? fillUp(filled, schema, fit, depth) : filled;
}

/** Fields whose names are free, as many as there have to be. */
function fillUp(filled: JsonObject, schema: JsonObject, fit: Fit, depth: number): JsonObject {
  const missing = Math.min(numberOf(schema.minProperties) ?? 0, MAX_ITEMS) - Object.keys(filled).length;
  const more = Array.from({ length: Math.max(0, missing) }, (_, index) => [
    `key${index + 1}`,
    fitValue(schema.additionalProperties, fit, depth + 1),
  ]);
  return { ...filled, ...Object.fromEntries(more) };
}

/**
 * A value for a schema, the first or smallest that fits; of an object its required fields. Conditions (`if`, `not`) are
 * not read.
 */
export const fitSchema = (schema: JsonValue, options: FitOptions = {}): JsonValue =>
  fitValue(schema, { ...options, root: schema, matches: createPatternTest() }, 0);

/** Plain JSON values: their type, and reading of a value that may be anything. */

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type JsonObject = { readonly [key: string]: JsonValue };

/** An object of which nothing is known but that it has keys. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for a JSON object; false for an array, `null` and everything that is not there. */
export function isObject(value: JsonValue | undefined): value is JsonObject;
export function isObject(value: unknown): value is Fields;
export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a JSON array. */
export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** The value as an object; null where it is none. */
export const fieldsOf = (value: unknown): Fields | null => (isObject(value) ? value : null);

/** The items; none where the value is no array. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Empty where the value is no string. */
export const stringOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A number that can be computed with; null for anything else. */
export const readNumber = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

/**
 * What the record itself holds under a name from outside: a model, a tool or a key may be called `constructor`, and every
 * object has one of those.
 */
export const ownField = <T>(
  record: Readonly<Record<string, T>> | null | undefined,
  name: string,
): T | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined);

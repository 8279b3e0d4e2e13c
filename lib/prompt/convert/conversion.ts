/** What the steps of a change of dialect share: the losses they note, and reading of plain JSON values. */
import type { JsonObject, JsonValue } from "../../values/json";
import type { Said } from "../../words/message";

/** Something of the request that the other dialect has no place for, or says in another way. */
export interface ConversionLoss {
  /** JSON Pointer into the document as it was before the change. */
  readonly pointer: string;
  /** One sentence: what it is and what becomes of it. */
  readonly message: Said;
}

/** Collects losses in the order of the document. */
export interface Conversion {
  readonly losses: ConversionLoss[];
}

export function noteLoss(conversion: Conversion, pointer: string, message: Said): void {
  conversion.losses.push({ pointer, message });
}

/** True for a missing value and for `null`, which SDKs write for "not set". */
export function isUnset(value: JsonValue | undefined): value is null | undefined {
  return value === undefined || value === null;
}

/** The object without the named keys. */
export function omitKeys(value: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** Only the marker an object carries, to be spread into another object. */
export function markersOf(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, given]) => (key === "cache_control" || key === "prompt_cache_breakpoint") && given !== null,
    ),
  );
}

/** The object of those fields that are set: neither missing nor `null`. */
export function setFields(fields: { readonly [key: string]: JsonValue | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, JsonValue][] =>
      isUnset(value) ? [] : [[key, value]],
    ),
  );
}

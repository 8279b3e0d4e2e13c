/** Tells whether a list is one record or a list of records. */
import { isRequestBody } from "./recognise-request";
import { sourceOf } from "./sources";

/** Items of a list that are looked at to know what it is. */
const LOOKED_AT = 20;

/** A record in a list is one of its own, unless it is a message, or a usage that its neighbours explain. */
export function isListOfRecords(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value) || isRequestBody(value)) return false;
  const kinds = value.slice(0, LOOKED_AT).map((item) => sourceOf(item)?.kind);
  return kinds.some((kind) => kind !== undefined && kind !== "usage") || !sourceOf(value);
}

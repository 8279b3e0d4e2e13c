/** Reads single values of a record that may be anything. */
import { formatNumber } from "../values/figures";
import { stringOf } from "../values/json";

/** The name; null where the value is no string, or an empty one. */
export const nameOf = (value: unknown): string | null => stringOf(value) || null;

/** `no requests`, `one request`, `34 requests`. */
export const countIn = (count: number, one: string, more: string): string =>
  count === 1 ? `one ${one}` : `${count === 0 ? "no" : formatNumber(count)} ${more}`;

/** JSON text of a value; empty where it is nested too deep to be written. */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** Reads the times of a recorded session. */

import { readNumber } from "../values/json";

/** Epoch seconds stay below this for three thousand years; a larger number is in milliseconds. */
const MILLISECONDS_FROM = 1e11;
const ZONE = /(?:z|[+-]\d{2}:?\d{2})$/i;

/** Seconds out of epoch seconds or milliseconds, or an ISO 8601 time; null for anything else. */
export function readTime(value: unknown): number | null {
  if (typeof value === "number")
    return readNumber(Math.abs(value) >= MILLISECONDS_FROM ? value / 1000 : value);
  if (typeof value !== "string") return null;
  // Without a zone a time would depend on where it is read.
  const written = /\d:\d/.test(value) && !ZONE.test(value.trim()) ? `${value.trim()}Z` : value;
  return readNumber(Date.parse(written) / 1000);
}

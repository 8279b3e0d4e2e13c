/** Decides how many requests an import keeps, so that a file of any size can be read. */

import { MAX_BODY_LENGTH, MAX_TURNS } from "../timeline/scenario";
import { formatNumber } from "../values/figures";
import { type Said, tell } from "../words/message";

/** Requests of one import; the first becomes the document. */
export const MAX_REQUESTS = MAX_TURNS;
/** UTF-16 units of all their bodies as JSON. */
export const MAX_BODIES_LENGTH = 40_000_000;

export interface RequestBudget {
  /** Whether a body is kept; what is not is counted and named. */
  admits(body: unknown, place: Said): boolean;
  /** What was left out, one sentence each. */
  sentences(): readonly Said[];
}

interface Overflow {
  readonly from: Said;
  readonly limit: "requests" | "characters";
  count: number;
}

export function createRequestBudget(): RequestBudget {
  const long: Said[] = [];
  let requests = 0;
  let length = 0;
  let overflow: Overflow | null = null;

  return {
    admits(body, place) {
      // Beyond a limit everything is left out: a conversation with holes would show misses that never were.
      if (overflow) {
        overflow.count++;
        return false;
      }
      if (requests >= MAX_REQUESTS) {
        overflow = { from: place, limit: "requests", count: 1 };
        return false;
      }
      const size = JSON.stringify(body).length;
      if (size > MAX_BODY_LENGTH) {
        long.push(tell("importing.tooLongBody", { place }));
        return false;
      }
      if (length + size > MAX_BODIES_LENGTH) {
        overflow = { from: place, limit: "characters", count: 1 };
        return false;
      }
      requests++;
      length += size;
      return true;
    },
    sentences() {
      if (!overflow) return long;
      const { from, limit, count } = overflow;
      const told =
        limit === "requests"
          ? tell("importing.overRequests", { from, count, most: formatNumber(MAX_REQUESTS) })
          : tell("importing.overCharacters", { from, count });
      return [...long, told];
    },
  };
}

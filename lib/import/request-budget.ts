/** Decides how many requests an import keeps, so that a file of any size can be read. */

import { MAX_BODY_LENGTH, MAX_TURNS } from "../timeline/scenario";
import { formatNumber } from "../values/figures";

/** Requests of one import; the first becomes the document. */
export const MAX_REQUESTS = MAX_TURNS;
/** UTF-16 units of all their bodies as JSON. */
export const MAX_BODIES_LENGTH = 40_000_000;

export interface RequestBudget {
  /** Whether a body is kept; what is not is counted and named. */
  admits(body: unknown, place: string): boolean;
  /** What was left out, one sentence each. */
  sentences(): readonly string[];
}

interface Overflow {
  readonly from: string;
  readonly limit: string;
  count: number;
}

export function createRequestBudget(): RequestBudget {
  const long: string[] = [];
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
        overflow = { from: place, limit: `${formatNumber(MAX_REQUESTS)} requests`, count: 1 };
        return false;
      }
      const size = JSON.stringify(body).length;
      if (size > MAX_BODY_LENGTH) {
        long.push(`${place} is longer than 4 million characters: left out.`);
        return false;
      }
      if (length + size > MAX_BODIES_LENGTH) {
        overflow = { from: place, limit: "40 million characters of requests", count: 1 };
        return false;
      }
      requests++;
      length += size;
      return true;
    },
    sentences() {
      if (!overflow) return long;
      const { from, limit, count } = overflow;
      const what =
        count === 1 ? `${from} is` : `${from} and what follows, ${formatNumber(count)} requests, are`;
      return [...long, `${what} left out: at most ${limit} are read.`];
    },
  };
}

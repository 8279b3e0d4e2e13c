/** Which request a document opens on: the first that missed, an example's mistake or what somebody pasted. */
import type { TimelineView } from "../pipeline/analysis";
import { findCause } from "../reasons/kinds";

/** Why nothing is read in a whole conversation though nothing was lost on the way: it asks for no cache. */
const UNMARKED = new Set(["no_marker", "implicit_not_promised"]);

/**
 * Index of the first request that missed, or could not have read; null where all is well.
 * @param minimum tokens from which on a prefix is cached
 */
export function findFirstMiss({ misses, turns }: TimelineView, minimum: number): number | null {
  const [first] = misses;
  if (first) return first.index;
  const [, second] = turns;
  // What is too short to be cached is not worth a look.
  if (!second || second.ledger.read > 0 || second.ledger.prompt < minimum) return null;
  const cause = findCause(second.ledger);
  return cause && UNMARKED.has(cause.code) ? 1 : null;
}

/** A document whose requests miss opens on the first that did, and why: an example's mistake, or what somebody pasted. */

import type { TimelineView } from "../../lib/pipeline/analysis";
import { findCause } from "../../lib/reasons/kinds";
import type { PlaygroundStore } from "../../lib/store/playground-store";

/** Why nothing is read in a whole conversation though nothing was lost on the way: it asks for no cache. */
const UNMARKED = new Set(["no_marker", "implicit_not_promised"]);

/** Index of the first request that missed, or could not have read; null where all is well. */
function findFirst({ misses, turns }: TimelineView, minimum: number): number | null {
  const [first] = misses;
  if (first) return first.index;
  const [, second] = turns;
  // What is too short to be cached is not worth a look.
  if (!second || second.ledger.read > 0 || second.ledger.prompt < minimum) return null;
  const cause = findCause(second.ledger);
  return cause && UNMARKED.has(cause.code) ? 1 : null;
}

/** As soon as the document that is open now is played, unless the reader has looked elsewhere by then. */
export function lookAtFirstMiss({ store, actions }: PlaygroundStore): void {
  const { opened } = store.getState();
  const look = (): boolean => {
    const { good, text, analysedText, turn, tab, opened: now } = store.getState();
    if (now !== opened || turn !== 0 || tab !== null) return true;
    // For a moment the figures are still those of the document before.
    if (!good || analysedText !== text) return false;
    const first = findFirst(good.timeline, good.request.minimum);
    if (first !== null) {
      actions.selectTurn(first);
      actions.setTab("why");
    }
    return true;
  };
  if (look()) return;
  const stop = store.subscribe(() => {
    if (look()) stop();
  });
}

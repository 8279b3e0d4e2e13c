/** A document whose requests miss opens on the first that did, and why: an example's mistake, or what somebody pasted. */
import { findFirstMiss } from "../../lib/store/first-miss";
import type { PlaygroundStore } from "../../lib/store/playground-store";

/** As soon as the document that is open now is played, unless the reader has looked elsewhere by then. */
export function lookAtFirstMiss({ store, actions }: PlaygroundStore): void {
  const { opened } = store.getState();
  const look = (): boolean => {
    const { good, text, analysedText, turn, tab, opened: now } = store.getState();
    if (now !== opened || turn !== 0 || tab !== null) return true;
    // For a moment the figures are still those of the document before.
    if (!good || analysedText !== text) return false;
    const first = findFirstMiss(good.timeline, good.request.minimum);
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

/** An example with a mistake in it opens on what the mistake does: the first request that missed, and why. */
import type { PlaygroundStore } from "../../lib/store/playground-store";

/** As soon as the document that is open now is played, unless the reader has looked elsewhere by then. */
export function lookAtFirstMiss({ store, actions }: PlaygroundStore): void {
  const { opened } = store.getState();
  const look = (): boolean => {
    const { good, text, analysedText, turn, tab, opened: now, presetId } = store.getState();
    if (now !== opened || presetId === null || turn !== 0 || tab !== null) return true;
    // For a moment the figures are still those of the document before.
    if (!good || analysedText !== text) return false;
    const [first] = good.timeline.misses;
    if (first) {
      actions.selectTurn(first.index);
      actions.setTab("why");
    }
    return true;
  };
  if (look()) return;
  const stop = store.subscribe(() => {
    if (look()) stop();
  });
}

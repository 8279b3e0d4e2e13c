/** Brings a run to a stand when its page is left: nothing goes on being sent, and billed, for a page that nobody sees. */
import type { PlaygroundActions } from "../../lib/store/playground-state";

const ends = new WeakMap<PlaygroundActions, () => void>();

/** @param leave what brings it to a stand; it is called only where the page is left within this site */
export function endWithPage(actions: PlaygroundActions, leave: () => void): void {
  ends.set(actions, leave);
}

export function leaveRun(actions: PlaygroundActions): void {
  ends.get(actions)?.();
}

/** Tells when a text that was typed or pasted has taken the place of an example, rather than changed it. */
import type { Patch } from "./patch";

/** Of the example's own characters: with fewer left than this nothing of it is. */
const LITTLE = 0.1;

/** @param patches the change of `before`, in the order of the text */
export function replacesAll(before: string, patches: readonly Patch[]): boolean {
  const removed = patches.reduce((sum, patch) => sum + patch.removed.length, 0);
  return before.length > 0 && before.length - removed < before.length * LITTLE;
}

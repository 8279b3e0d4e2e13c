/** Finds whose entry a request read: the latest earlier one that left, or was to leave, just these tokens. */
import type { Prediction, SessionStep } from "./prepare-session";

/** Identities of the prefixes that a request leaves, or was to leave, as entries. */
export const keysLeft = ({ prediction }: SessionStep): readonly (number | undefined)[] => {
  const layout = prediction?.ready.layout;
  return layout ? layout.breakpoints.map((cut) => layout.cuts[cut]?.key) : [];
};

/**
 * @param whose `any-key`: also of those whose entries it does not share
 * @returns null where none did, as for what the implicit cache reads
 */
export function findSource(
  earlier: readonly SessionStep[],
  { ready, timed }: Prediction,
  tokens: number,
  whose: "shared" | "any-key" = "shared",
): SessionStep | null {
  const { cuts, model } = ready.layout;
  const key = cuts.find(({ prefix }) => prefix === tokens)?.key;
  const leaves = (step: SessionStep): boolean =>
    step.prediction?.ready.layout.model === model &&
    (whose === "any-key" || step.prediction.timed.holder === timed.holder) &&
    keysLeft(step).includes(key);
  return key === undefined ? null : (earlier.findLast(leaves) ?? null);
}

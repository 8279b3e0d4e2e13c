/** Judges a request that would have read more, had it come with the key of an earlier one: keys are played as sharing nothing. */
import { findSource } from "./find-source";
import { type Judgement, judgeAs } from "./judgement";
import type { Prediction, SessionStep } from "./prepare-session";

/**
 * Null where another key takes nothing from it.
 * @param earlier all requests before it in the session
 */
export function judgeKey(
  { billed, exchange }: SessionStep,
  earlier: readonly SessionStep[],
  prediction: Prediction,
): Judgement | null {
  const { row, shared } = prediction;
  if (!shared || shared.read <= row.read) return null;
  const source = findSource(earlier, prediction, shared.read, "any-key");
  if (!source || source.exchange.key === exchange.key) return null;
  const by = source.exchange.number;
  const read = billed?.read ?? row.read;
  const lost = Math.max(0, shared.read - row.read);
  return {
    ...judgeAs({ kind: "key_changed", by, promised: shared.read, read, isPlayed: true }, lost),
    against: by,
  };
}

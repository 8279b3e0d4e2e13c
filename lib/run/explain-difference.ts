/** Says in one sentence where a bill differs from its prediction, and what is most likely behind it. */

import type { DecodedUsage } from "../answers/decode-usage";
import { formatNumber } from "../values/figures";
import type { RequestPrediction } from "./predict-run";

/** What of a prediction a bill is held against. */
export type ComparedPrediction = Pick<
  RequestPrediction,
  "prompt" | "read" | "written" | "uncached" | "exact" | "life"
>;

/** Tokens between two counts that a few of the service's own may make. */
const FEW = 10;

/** e.g. "12 more". */
function moreOrFewer(billed: number, predicted: number): string {
  const change = billed - predicted;
  return `${formatNumber(Math.abs(change))} ${change > 0 ? "more" : "fewer"}`;
}

function explainCount(predicted: ComparedPrediction, billed: DecodedUsage): string {
  const share = (Math.abs(billed.prompt - predicted.prompt) / Math.max(1, predicted.prompt)) * 100;
  const start = `The prompt has ${moreOrFewer(billed.prompt, predicted.prompt)} tokens than counted (${share.toFixed(1)} %)`;
  return predicted.exact
    ? `${start}: the service writes the prompt in another way than the template that is known here.`
    : `${start}: the count is an estimate, which calibration mends.`;
}

function explainCache(predicted: ComparedPrediction, billed: DecodedUsage): string {
  const { read, written } = billed;
  const change = `${formatNumber(read)} read instead of ${formatNumber(predicted.read)}, ${formatNumber(written)} written instead of ${formatNumber(predicted.written)}`;
  if (billed.kind === "implicit" && read > 0 && predicted.life === 0) {
    return `${change}: the implicit cache read, which it never promises and the prediction leaves out.`;
  }
  if (read === 0 && written === 0 && predicted.life > 0) {
    return `${change}: the markers had no effect, so the model, region or endpoint may not offer the explicit cache.`;
  }
  if (read > predicted.read) {
    return `${change}: the account has a longer entry than this run wrote, most likely from an earlier request.`;
  }
  if (read < predicted.read) {
    return read === 0
      ? `${change}: the entry was not found; it may have ended early, not been readable yet, or lie on another server.`
      : `${change}: only a shorter entry was found.`;
  }
  return `${change}: the breakpoints lie elsewhere than predicted.`;
}

/** Null where the input is billed as predicted. Completions are the model's own affair and are not compared. */
export function explainDifference(predicted: ComparedPrediction, billed: DecodedUsage): string | null {
  const { prompt, read, written, uncached } = predicted;
  if (billed.read === read && billed.written === written && billed.uncached === uncached) return null;
  if (billed.prompt === prompt) return explainCache(predicted, billed);
  const ratio = billed.prompt / Math.max(1, prompt);
  const isScaled = (counted: number, real: number): boolean =>
    (counted === 0) === (real === 0) &&
    Math.abs(counted * ratio - real) <= FEW + Math.abs(billed.prompt - prompt) * 0.5;
  // Where both parts grow with the prompt, the cache did what was predicted.
  return isScaled(read, billed.read) && isScaled(written, billed.written)
    ? explainCount(predicted, billed)
    : `${explainCache(predicted, billed)} ${explainCount(predicted, billed)}`;
}

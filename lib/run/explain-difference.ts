/** Says in one sentence where a bill differs from its prediction, and what is most likely behind it. */

import type { DecodedUsage } from "../answers/decode-usage";
import { formatNumber } from "../values/figures";
import { type Message, tell } from "../words/message";
import type { RequestPrediction } from "./predict-run";

/** What of a prediction a bill is held against. */
export type ComparedPrediction = Pick<
  RequestPrediction,
  "prompt" | "read" | "written" | "uncached" | "exact" | "life"
>;

/** Tokens between two counts that a few of the service's own may make. */
const FEW = 10;

function explainCount(predicted: ComparedPrediction, billed: DecodedUsage): Message {
  const change = billed.prompt - predicted.prompt;
  const share = ((Math.abs(change) / Math.max(1, predicted.prompt)) * 100).toFixed(1);
  const told = { tokens: formatNumber(Math.abs(change)), share };
  if (predicted.exact)
    return change > 0 ? tell("run.moreByTemplate", told) : tell("run.fewerByTemplate", told);
  return change > 0 ? tell("run.moreByEstimate", told) : tell("run.fewerByEstimate", told);
}

function explainCache(predicted: ComparedPrediction, billed: DecodedUsage): Message {
  const { read, written } = billed;
  const told = {
    read: formatNumber(read),
    readBefore: formatNumber(predicted.read),
    written: formatNumber(written),
    writtenBefore: formatNumber(predicted.written),
  };
  if (billed.kind === "implicit" && read > 0 && predicted.life === 0) {
    return tell("run.readImplicitly", told);
  }
  if (read === 0 && written === 0 && predicted.life > 0) {
    return tell("run.markersWithoutEffect", told);
  }
  if (read > predicted.read) {
    return tell("run.longerEntry", told);
  }
  if (read < predicted.read) {
    return read === 0 ? tell("run.entryNotFound", told) : tell("run.shorterEntry", told);
  }
  return tell("run.breakpointsElsewhere", told);
}

/** Null where the input is billed as predicted. Completions are the model's own affair and are not compared. */
export function explainDifference(predicted: ComparedPrediction, billed: DecodedUsage): Message | null {
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
    : tell("run.bothDifferences", {
        one: explainCache(predicted, billed),
        other: explainCount(predicted, billed),
      });
}

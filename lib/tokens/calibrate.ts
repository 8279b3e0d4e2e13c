/** Counts scaled by what a model really billed: a ratio out of one response's usage, and its use on other requests. */

import { type Failure, fail } from "../values/failure";
import { formatNumber } from "../values/figures";
import { tell } from "../words/message";
import { explainMedia, joinReasons } from "./explain-parts";
import type { BandStep, Measured, MeasuredSegment } from "./measured";
import { bandOf } from "./precision";

/** Bounds outside which a ratio says that usage and text do not belong together. */
export const RATIO_RANGE = { least: 0.5, most: 2 };
/** Fewest tokens a ratio is taken from: one token more or less is then at most half a per cent. */
const FEWEST_TOKENS = 200;
/** What a calibrated text count may still be off by, as a share either way. */
const CALIBRATED = 0.005;

export type Calibration = { readonly ok: true; readonly ratio: number } | Failure;

const isUsable = (ratio: number): boolean => ratio >= RATIO_RANGE.least && ratio <= RATIO_RANGE.most;

/**
 * The ratio of billed to counted tokens.
 * @param counted the uncalibrated total of a request
 * @param billed its real `usage.prompt_tokens`
 * @param media tokens of images and videos within both, which are not scaled
 */
export function calibrationFrom(counted: number, billed: number, media = 0): Calibration {
  if (!Number.isSafeInteger(billed) || billed <= 0) {
    return fail(tell("tokens.billedNotWhole"));
  }
  if (!(Math.min(counted, billed) - media >= FEWEST_TOKENS)) {
    return fail(tell("tokens.tooFewToCalibrate", { least: FEWEST_TOKENS }));
  }
  const ratio = (billed - media) / (counted - media);
  if (!isUsable(ratio)) {
    return fail(tell("tokens.tooFarApart", { billed: formatNumber(billed), counted: formatNumber(counted) }));
  }
  return { ok: true, ratio };
}

/**
 * Counts of a request scaled by its model's ratio; images and videos keep theirs. Prefixes are rounded and never
 * fall, tokens are their differences, and a request counted as before totals what it was billed. A count whose text
 * is exact, and a ratio out of bounds, change nothing.
 */
export function applyCalibration(measured: Measured, ratio: number): Measured {
  const isEstimate = measured.bandSteps.some(({ less, more }) => less > 0 || more > 0);
  if (!isEstimate || !isUsable(ratio)) return measured;
  const mediaAt = new Map(measured.bandSteps.map(({ prefix, media }) => [prefix, media]));
  let reached = 0;
  const scale = (prefix: number): number => {
    const media = mediaAt.get(prefix) ?? 0;
    reached = Math.max(reached, Math.round((prefix - media) * ratio) + media);
    return reached;
  };
  const segments = measured.segments.map((segment): MeasuredSegment => {
    const start = reached;
    const cuts = segment.cuts.map((cut) => ({ ...cut, prefix: scale(cut.prefix) }));
    const prefix = scale(segment.prefix);
    return { ...segment, cuts, prefix, tokens: prefix - start };
  });
  const lastPrefix = reached;
  const total = scale(measured.total);
  const [first] = segments;
  const scaledTools = Math.min(first?.tokens ?? 0, Math.round(measured.tools * ratio));
  const bandSteps = scaleSteps(measured.bandSteps, ratio);
  const reason = joinReasons([
    tell("tokens.scaled", { ratio: ratio.toFixed(3) }),
    explainMedia(measured.media),
  ]);
  return {
    ...measured,
    segments,
    tools: first?.role === "tools" ? first.tokens : scaledTools,
    tail: total - lastPrefix,
    total,
    exact: false,
    estimateReason: reason,
    precision: { kind: "calibrated", ...bandOf(total, { bandSteps }), reason },
    bandSteps,
  };
}

function scaleSteps(steps: readonly BandStep[], ratio: number): BandStep[] {
  let reached = 0;
  return steps.map(({ prefix, media, spread }) => {
    const text = Math.max(0, prefix - media) * ratio;
    reached = Math.max(reached, Math.round((prefix - media) * ratio) + media);
    return { prefix: reached, media, less: text * CALIBRATED, more: text * CALIBRATED, spread };
  });
}

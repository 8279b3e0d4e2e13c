/** The ratio of billed to counted tokens over the answered requests of a run. */

import { type Calibration, calibrationFrom } from "../tokens/calibrate";
import { ownField } from "../values/json";
import { answeredOf, type RunState } from "./run-state";

export type RunCalibration = Calibration & { readonly model: string };

/**
 * Null where a run says nothing about counts: the emulator counts as the prediction does, and exact counts need no
 * ratio. The model is that of the first request; others are left out.
 */
export function calibrateFromRun(state: RunState): RunCalibration | null {
  const { target, settings } = state.plan;
  if (target.kind === "emulator") return null;
  const pairs = answeredOf(state).flatMap(({ predicted, billed }) =>
    predicted && billed && !predicted.exact ? [{ predicted, billed }] : [],
  );
  const model = pairs[0]?.predicted.model;
  if (model === undefined) return null;
  let [counted, billed, media] = [0, 0, 0];
  for (const pair of pairs.filter(({ predicted }) => predicted.model === model)) {
    counted += pair.predicted.prompt;
    billed += pair.billed.prompt;
    media += pair.predicted.media;
  }
  const made = calibrationFrom(counted, billed, media);
  // The counts of the prediction are already scaled by an earlier ratio.
  const earlier = ownField(settings.calibrations, model) ?? 1;
  return made.ok ? { ok: true, ratio: made.ratio * earlier, model } : { ...made, model };
}

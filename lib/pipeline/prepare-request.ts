/** One parsed request on its way to the cache: measured, its markers resolved, and given its time. */

import type { LaidOut } from "../layout/layout";
import type { PrefixIndex } from "../layout/prefix-index";
import { readBlocks } from "../layout/read-blocks";
import { findModel } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { findRules, type ModelStudioRules } from "../offers/model-studio-offer";
import { readingsFor, toldOf } from "../offers/readings";
import { listOverrides } from "../placement/list-overrides";
import type { Prompt } from "../prompt/prompt";
import { modelStudio } from "../systems/model-studio";
import type { EntryTtl } from "../systems/system";
import { findSystem } from "../systems/systems";
import type { TimedRequest } from "../timeline/timed-request";
import { applyCalibration } from "../tokens/calibrate";
import { measurePrompt } from "../tokens/measure";
import type { Measured } from "../tokens/measured";
import { type LengthChange, restoreLengths } from "../tokens/restore-lengths";
import type { CounterFor } from "../tokens/token-counter";
import { ownField } from "../values/json";
import type { Settings } from "./analysis";

/** A request, with what each step of the pipeline made of it. */
export interface PreparedRequest extends LaidOut {
  readonly prompt: Prompt;
  readonly modelName: string;
  readonly model: Model | null;
  readonly measured: Measured;
  /** Of what it is sent to. */
  readonly rules: ModelStudioRules;
}

/** What of the settings decides how a request is counted and its markers are read; without a region any counts. */
export type RequestSettings = Partial<
  Pick<
    Settings,
    | "mediaSizes"
    | "calibrations"
    | "isRegionAssumed"
    | "system"
    | "prices"
    | "seenPrices"
    | "readings"
    | "observed"
  >
> & {
  readonly region?: Settings["region"] | null;
  /** Parts that had other words when the request was sent. */
  readonly lengths?: readonly LengthChange[] | undefined;
};

/**
 * Measures one request and resolves its markers.
 * @param fallbackModel used where the request names no model
 * @param index shared by all requests whose prefixes are to be compared
 */
export function prepareRequest(
  prompt: Prompt,
  fallbackModel: string,
  counterFor: CounterFor,
  index: PrefixIndex,
  {
    mediaSizes,
    calibrations = {},
    lengths = [],
    region = null,
    isRegionAssumed = false,
    system = "model-studio",
    ...overrides
  }: RequestSettings = {},
): PreparedRequest {
  const modelName = prompt.model ?? fallbackModel;
  const model = findModel(modelName);
  const told = toldOf(overrides);
  const readings = readingsFor(modelName, told);
  const counted = restoreLengths(measurePrompt(prompt, model, counterFor, mediaSizes, readings), lengths);
  const ratio = ownField(calibrations, modelName);
  const measured = ratio === undefined ? counted : applyCalibration(counted, ratio);
  const { mark } = findSystem(system) ?? modelStudio;
  const rules = findRules(modelName, isRegionAssumed ? null : region, {
    prices: listOverrides(overrides),
    ...told,
  });
  const name = prompt.model ?? model?.model ?? "";
  const laidOut = mark(readBlocks(prompt, measured, index, name, { readings, model }), rules);
  return { ...laidOut, prompt, modelName, model, measured, rules };
}

/** When a request is sent, and what comes back. */
export interface Timing extends Pick<TimedRequest, "at" | "duration"> {
  /** Tokens of its answer; null = those of `reply`. */
  readonly completion: number | null;
  readonly reply: string;
  readonly ttl?: EntryTtl | undefined;
  readonly automatic?: boolean | undefined;
}

/** A prepared request as a simulation plays it. */
export function timeRequest(
  { layout, markers, measured, model }: PreparedRequest,
  { completion, reply, ttl, automatic, at, duration }: Timing,
  counterFor: CounterFor,
): TimedRequest {
  const counter = counterFor(model);
  return {
    at,
    duration,
    completion: completion ?? counter.count(reply),
    layout,
    markers,
    measured,
    counter,
    ...(ttl ? { ttl } : {}),
    ...(automatic ? { automatic } : {}),
  };
}

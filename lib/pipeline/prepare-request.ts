/** One parsed request on its way to the cache: measured, its markers resolved, and given its time. */

import type { LaidOut } from "../layout/layout";
import type { PrefixIndex } from "../layout/prefix-index";
import { createBlockReader } from "../layout/read-blocks";
import { findModel } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { findRules, type ModelStudioRules } from "../offers/model-studio-offer";
import { toldOf } from "../offers/readings";
import { listOverrides } from "../placement/list-overrides";
import type { Prompt } from "../prompt/prompt";
import { modelStudio } from "../systems/model-studio";
import type { EntryTtl } from "../systems/system";
import { findSystem } from "../systems/systems";
import type { TimedRequest } from "../timeline/timed-request";
import { applyCalibration } from "../tokens/calibrate";
import { createMeasurer } from "../tokens/measure";
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

/** Measures a request and resolves its markers. */
export type Preparer = (prompt: Prompt, lengths?: readonly LengthChange[]) => PreparedRequest;

/**
 * Prepares the requests of a conversation one after the other: each costs what is new against the one before.
 * @param fallbackModel used where a request names no model
 * @param index shared by all requests whose prefixes are to be compared
 */
export function createPreparer(
  fallbackModel: string,
  counterFor: CounterFor,
  index: PrefixIndex,
  {
    mediaSizes,
    calibrations = {},
    region = null,
    isRegionAssumed = false,
    system = "model-studio",
    ...overrides
  }: Omit<RequestSettings, "lengths"> = {},
): Preparer {
  const measure = createMeasurer(counterFor, mediaSizes);
  const read = createBlockReader(index);
  const { mark } = findSystem(system) ?? modelStudio;
  const prices = listOverrides(overrides);
  const told = toldOf(overrides);
  /** By name. */
  const models = new Map<string, Pick<PreparedRequest, "modelName" | "model" | "rules">>();

  function modelOf(modelName: string) {
    const known = models.get(modelName) ?? {
      modelName,
      model: findModel(modelName),
      rules: findRules(modelName, isRegionAssumed ? null : region, { prices, ...told }),
    };
    models.set(modelName, known);
    return known;
  }

  return (prompt, lengths = []) => {
    const named = modelOf(prompt.model ?? fallbackModel);
    const { modelName, model, rules } = named;
    const { readings } = rules;
    const counted = restoreLengths(measure(prompt, model, readings), lengths);
    const ratio = ownField(calibrations, modelName);
    const measured = ratio === undefined ? counted : applyCalibration(counted, ratio);
    const laidOut = mark(
      read(prompt, measured, prompt.model ?? model?.model ?? "", { readings, model }),
      rules,
    );
    return { ...laidOut, prompt, ...named, measured };
  };
}

/**
 * Prepares one request by itself.
 * @param fallbackModel used where the request names no model
 * @param index shared by all requests whose prefixes are to be compared
 */
export const prepareRequest = (
  prompt: Prompt,
  fallbackModel: string,
  counterFor: CounterFor,
  index: PrefixIndex,
  { lengths, ...settings }: RequestSettings = {},
): PreparedRequest => createPreparer(fallbackModel, counterFor, index, settings)(prompt, lengths);

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

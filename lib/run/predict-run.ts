/** Predicts what requests that are really sent will be billed: counted, laid out and played like a scenario. */

import { createPrefixIndex } from "../layout/prefix-index";
import type { Price } from "../offers/model";
import { findPrice } from "../offers/prices";
import type { Settings } from "../pipeline/analysis";
import { type PreparedRequest, prepareRequest } from "../pipeline/view-request";
import { EMPTY_PROMPT } from "../prompt/empty-prompt";
import type { Prompt } from "../prompt/prompt";
import { chooseSystem } from "../systems/choose-system";
import { readBody } from "../timeline/play-body";
import { simulate, type TimedRequest } from "../timeline/simulate";
import type { CounterFor } from "../tokens/token-counter";

/** A request as it was sent, or is about to be. */
export interface SentRequest {
  /** The body, as JSON text. */
  readonly body: string;
  /** Seconds from the run's start. */
  readonly at: number;
  /** Seconds until its answer had ended. */
  readonly duration: number;
  /** What was billed, or null: then the tokens of `reply` count. */
  readonly completion: number | null;
  /** What the script expects as its answer. */
  readonly reply: string;
  /** The most tokens its answer can have; null = nothing limits it. */
  readonly limit: number | null;
}

/** What of the page's settings a request that is really sent still depends on. */
export type RunSettings = Pick<
  Settings,
  "model" | "region" | "implicit" | "prices" | "mediaSizes" | "calibrations"
>;

/** read + written + uncached = prompt, in tokens. */
export interface RequestPrediction {
  readonly prompt: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** In the price's currency; null where a price is unknown. */
  readonly cost: number | null;
  /** The cost if nothing were read, everything written, and the answer as long as it may be. */
  readonly most: number | null;
  readonly currency: "USD" | "CNY" | null;
  readonly model: string;
  /** Whether the explicit cache serves it: it chooses the price of what is read. */
  readonly explicit: boolean;
  readonly thinking: boolean | null;
  /** Whether the count is exact; an estimate may differ from the bill. */
  readonly exact: boolean;
  /** Tokens of images and videos within the prompt. */
  readonly media: number;
  /** Why, one sentence; empty where there is nothing to say. */
  readonly reason: string;
}

export interface RunPrediction {
  /** In the order given; null for a body that is no request. */
  readonly requests: readonly (RequestPrediction | null)[];
}

/** Tokens an answer without a limit is assumed to have at most: four times the script's, and no fewer than these. */
export const ASSUMED_LIMIT = 2_000;
const ASSUMED_TIMES = 4;

function costAtMost(price: Price | null, prompt: number, completion: number): number | null {
  if (!price) return null;
  const input = Math.max(price.input, price.create5m ?? 0, price.create1h ?? 0);
  const output = Math.max(price.output, price.outputThinking ?? 0);
  return (prompt * input + completion * output) / 1_000_000;
}

interface Prepared {
  readonly ready: PreparedRequest;
  readonly timed: TimedRequest;
  readonly sent: SentRequest;
}

/** Never throws: a body that is no request has no prediction, and the others are played without it. */
export function predictRun(
  sent: readonly SentRequest[],
  settings: RunSettings,
  counterFor: CounterFor,
): RunPrediction {
  const index = createPrefixIndex();
  let before: Prompt | null = null;
  const prepared = sent.map((request): Prepared | null => {
    const { prompt }: { readonly prompt: Prompt | null } = readBody(request.body, before ?? EMPTY_PROMPT);
    if (!prompt) return null;
    before = prompt;
    const ready = prepareRequest(prompt, settings.model, counterFor, index, settings);
    const counter = counterFor(ready.model);
    const timed: TimedRequest = {
      at: request.at,
      duration: request.duration,
      completion: request.completion ?? counter.count(request.reply),
      layout: ready.layout,
      markers: ready.markers,
      measured: ready.measured,
      counter,
    };
    return { ready, timed, sent: request };
  });
  const played = prepared.filter((each) => each !== null);
  const { region, implicit = "never", prices = [] } = settings;
  const { turns } = simulate({ requests: played.map(({ timed }) => timed), region, implicit, prices });
  const predictions = new Map(
    played.flatMap(({ ready, timed, sent: request }, order) => {
      const row = turns[order];
      if (!row) return [];
      const price = findPrice(ready.modelName, region, row.prompt, prices);
      const limit = request.limit ?? Math.max(ASSUMED_LIMIT, ASSUMED_TIMES * timed.completion);
      const prediction: RequestPrediction = {
        prompt: row.prompt,
        read: row.read,
        written: row.written,
        uncached: row.uncached,
        completion: row.completion,
        cost: row.cost,
        most: costAtMost(price, Math.max(row.prompt, ready.measured.precision.high), limit),
        currency: price?.currency ?? null,
        model: ready.modelName,
        explicit: chooseSystem(ready) !== "model-studio-implicit",
        thinking: ready.layout.thinking ?? null,
        exact: ready.measured.exact,
        media: ready.measured.media.reduce((sum, { tokens }) => sum + tokens, 0),
        reason: row.reasons[0]?.message ?? "",
      };
      return [[request, prediction] as const];
    }),
  );
  return { requests: sent.map((request) => predictions.get(request) ?? null) };
}

/** Predicts what requests that are really sent will be billed: counted, laid out and played like a scenario. */

import type { LedgerRow } from "../bill/ledger";
import { createPrefixIndex } from "../layout/prefix-index";
import { findOffer } from "../offers/model-studio-offer";
import { toldOf } from "../offers/readings";
import type { Settings } from "../pipeline/analysis";
import { type PreparedRequest, prepareRequest, timeRequest } from "../pipeline/prepare-request";
import { EMPTY_PROMPT } from "../prompt/empty-prompt";
import type { Prompt } from "../prompt/prompt";
import { readBody } from "../timeline/play-body";
import { offersOf, openPlay, type Play } from "../timeline/simulate";
import type { CounterFor } from "../tokens/token-counter";
import type { Said } from "../words/message";
import { type BilledBy, cacheOf } from "./bill-usage";
import { type DearestRates, findDearestRates } from "./dearest-rates";

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
  | "model"
  | "region"
  | "isRegionAssumed"
  | "implicit"
  | "prices"
  | "mediaSizes"
  | "calibrations"
  | "readings"
  | "observed"
>;

/** read + written + uncached = prompt, in tokens. */
export interface RequestPrediction
  extends Pick<LedgerRow, "prompt" | "read" | "written" | "uncached" | "completion" | "cost" | "currency">,
    BilledBy {
  /** The cost if nothing were read, everything written, and the answer as long as its limit, or as is assumed of it. */
  readonly most: number | null;
  /** Tokens of the prompt at most, and the dearest rates that a request of that size can be billed at. */
  readonly promptAtMost: number;
  readonly rates: DearestRates;
  /** Whether the count is exact; an estimate may differ from the bill. */
  readonly exact: boolean;
  /** Tokens of images and videos within the prompt. */
  readonly media: number;
  /** Why, one sentence; empty where there is nothing to say. */
  readonly reason: Said;
}

export interface RunPrediction {
  /** In the order given; null for a body that is no request. */
  readonly requests: readonly (RequestPrediction | null)[];
}

/** Tokens an answer without a limit is assumed to have at most: four times the script's, and no fewer than these. */
export const ASSUMED_LIMIT = 2_000;
const ASSUMED_TIMES = 4;

const costAtMost = (
  { input, outputThinking }: DearestRates,
  prompt: number,
  completion: number,
): number | null =>
  input === null || outputThinking === null
    ? null
    : (prompt * input + completion * outputThinking) / 1_000_000;

/** A request that has been read, laid out and played. */
interface Predicted {
  readonly sent: SentRequest;
  readonly prompt: Prompt | null;
  readonly prediction: RequestPrediction | null;
}

const isSame = (a: SentRequest, b: SentRequest | undefined): boolean =>
  b !== undefined &&
  a.at === b.at &&
  a.duration === b.duration &&
  a.completion === b.completion &&
  a.reply === b.reply &&
  a.limit === b.limit &&
  a.body === b.body;

/** One run: what it has played stays played, so that each further request costs its own play. */
function openRun(settings: RunSettings, counterFor: CounterFor) {
  const { region, isRegionAssumed = false, implicit = "never", prices = [] } = settings;
  const index = createPrefixIndex();
  const play = openPlay(offersOf({ region, isRegionAssumed, implicit, prices, ...toldOf(settings) }), true);
  const done: Predicted[] = [];
  /** The request that was looked at last: it is mostly the one that is sent next. */
  let latest: { readonly body: string; readonly ready: PreparedRequest } | null = null;

  function prepare(body: string): PreparedRequest | null {
    if (latest?.body === body) return latest.ready;
    const before = done.findLast(({ prompt }) => prompt !== null)?.prompt ?? EMPTY_PROMPT;
    const { prompt } = readBody(body, before);
    if (!prompt) return null;
    const ready = prepareRequest(prompt, settings.model, counterFor, index, settings);
    latest = { body, ready };
    return ready;
  }

  function predict(sent: SentRequest, put: Play["step"]): Predicted {
    const ready = prepare(sent.body);
    if (!ready) return { sent, prompt: null, prediction: null };
    const timed = timeRequest(ready, sent, counterFor);
    const { modelName, measured, layout, prompt } = ready;
    const { lines, life, reasons, ...row } = put(timed, done.length);
    const promptAtMost = Math.max(row.prompt, measured.precision.high);
    const writes = prompt.markers.length > 0 || prompt.dialect === "responses";
    const size = { low: Math.min(row.prompt, measured.precision.low), high: promptAtMost };
    const rates = findDearestRates(findOffer(modelName, region, { prices }).tariff, size, writes);
    const limit = sent.limit ?? Math.max(ASSUMED_LIMIT, ASSUMED_TIMES * timed.completion);
    const prediction: RequestPrediction = {
      prompt: row.prompt,
      read: row.read,
      written: row.written,
      uncached: row.uncached,
      completion: row.completion,
      cost: row.cost,
      currency: row.currency,
      most: costAtMost(rates, promptAtMost, limit),
      promptAtMost,
      rates,
      model: modelName,
      ...cacheOf({ lines, life }),
      thinking: layout.thinking ?? null,
      exact: measured.exact,
      media: measured.media.reduce((sum, { tokens }) => sum + tokens, 0),
      reason: reasons[0]?.message ?? "",
    };
    return { sent, prompt, prediction };
  }

  return {
    /** Whether the run has begun with these. */
    hasPlayed: (list: readonly SentRequest[]): boolean =>
      done.length < list.length && done.every(({ sent }, order) => isSame(sent, list[order])),
    /** The last of the requests is only looked at: when, and whether, it is sent is not settled yet. */
    predictAll(list: readonly SentRequest[]): RunPrediction {
      for (const sent of list.slice(done.length, -1)) done.push(predict(sent, play.step));
      const last = list.at(-1);
      const all = last ? [...done, predict(last, play.peek)] : done;
      return { requests: all.map(({ prediction }) => prediction) };
    },
  };
}

export type RunPredictor = (sent: readonly SentRequest[], settings: RunSettings) => RunPrediction;

/**
 * Predicts runs, each request as it would be played after those before it; they are given in the order of their start. Asked
 * again with one request more, it plays that one alone. Never throws: a body that is no request has no prediction, and the
 * others are played without it.
 */
export function createRunPredictor(counterFor: CounterFor): RunPredictor {
  let open: { readonly key: string; readonly run: ReturnType<typeof openRun> } | null = null;
  return (sent, settings) => {
    const key = JSON.stringify(settings);
    if (open?.key !== key || !open.run.hasPlayed(sent)) open = { key, run: openRun(settings, counterFor) };
    return open.run.predictAll(sent);
  };
}

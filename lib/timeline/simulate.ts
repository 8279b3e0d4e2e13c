/** Plays requests over time against the cache: the ledger, the entries' lives, and the totals. */
import type { CacheRequest, Played } from "../cache/cache-system";
import type { EntryLife } from "../cache/entry";
import { createExplicitCache, LOOKBACK_BLOCKS } from "../cache/explicit";
import { formatTokens } from "../cache/format-figures";
import { createImplicitCache, IMPLICIT_MINIMUM, type ImplicitReads } from "../cache/implicit";
import { findModel } from "../models/catalogue";
import type { Model, Region } from "../models/model";
import { findPrice } from "../models/prices";
import { regionName } from "../models/regions";
import { billRequest } from "./bill";
import type { LedgerRow, Reason } from "./ledger";
import { explainRequest, type Past } from "./reasons";
import type { TimedRequest } from "./timed-request";
import { addTotals, type Totals } from "./totals";

export type { EntryLife } from "../cache/entry";
export type { TimedRequest } from "./timed-request";
export type { Totals } from "./totals";

export interface SimulationInput {
  readonly requests: readonly TimedRequest[];
  /** Whose prices count. */
  readonly region: Region;
  /** What a request without markers reads. */
  readonly implicit: ImplicitReads;
}

export interface Simulation {
  /** In the order given. */
  readonly turns: readonly LedgerRow[];
  /** In order of writing. */
  readonly entries: readonly EntryLife[];
  readonly totals: Totals;
}

/** Indices in the order the requests start; those that start together keep the order given. */
const inOrderOfStart = (requests: readonly TimedRequest[]): number[] =>
  requests.map((_, index) => index).sort((a, b) => (requests[a]?.at ?? 0) - (requests[b]?.at ?? 0));

function unknownPrice(unknown: readonly string[], request: TimedRequest, region: Region): Reason[] {
  if (unknown.length === 0) return [];
  const { model, prompt } = request.layout;
  return [
    {
      code: "price_unknown",
      message: `No price is known for ${unknown.join(" and ")} of ${model || "a request without a model"} in ${regionName(region)} at ${formatTokens(prompt)} of input.`,
    },
  ];
}

/**
 * Plays the requests in order of their start. A request with any marker plays the explicit cache, one without plays
 * the implicit one; entries belong to one account.
 */
export function simulate({ requests, region, implicit }: SimulationInput): Simulation {
  const explicitCache = createExplicitCache();
  const implicitCache = createImplicitCache(implicit);
  const models = new Map<string, Model | null>();
  const latestOfModel = new Map<string, number>();
  let latest: number | null = null;
  const rows = new Map<number, LedgerRow>();
  const currencies = new Set<"USD" | "CNY">();

  function modelOf(name: string): Model | null {
    let model = models.get(name);
    if (model === undefined) {
      model = findModel(name);
      models.set(name, model);
    }
    return model;
  }

  function enter(request: TimedRequest, played: Played, past: Past): LedgerRow {
    const { completion, layout } = request;
    const { read, written } = played;
    const uncached = layout.prompt - read - written;
    const price = findPrice(layout.model, region, layout.prompt);
    if (price) currencies.add(price.currency);
    const { cost, costWithoutCache, unknown } = billRequest(
      {
        read,
        written,
        uncached,
        completion,
        readKind: layout.marked ? "explicit" : "implicit",
        thinking: layout.thinking ?? null,
      },
      price,
    );
    const model = modelOf(layout.model);
    const reasons = explainRequest(request, played, past, {
      implicit,
      lookbackBlocks: model?.lookbackBlocks ?? LOOKBACK_BLOCKS,
      minimumImplicit: model?.minimumImplicit ?? IMPLICIT_MINIMUM,
    });
    return {
      prompt: layout.prompt,
      read,
      written,
      uncached,
      completion,
      cost,
      costWithoutCache,
      reasons: [...reasons, ...unknownPrice(unknown, request, region)],
    };
  }

  for (const index of inOrderOfStart(requests)) {
    const request = requests[index];
    if (!request) continue;
    const { at, duration, layout, counter } = request;
    const step: CacheRequest = {
      index,
      at,
      duration,
      layout,
      model: modelOf(layout.model),
      ...(counter ? { counter } : {}),
    };
    const unread = layout.marked ? null : explicitCache.findUnread(step);
    const played = (layout.marked ? explicitCache : implicitCache).play(step);
    explicitCache.observe(step);
    implicitCache.observe(step);
    const past = { requests, latest, latestOfModel: latestOfModel.get(layout.model) ?? null, unread };
    rows.set(index, enter(request, played, past));
    if (layout.breakpoints.length > 0) {
      latest = index;
      latestOfModel.set(layout.model, index);
    }
  }

  const turns = requests.flatMap((_, index) => rows.get(index) ?? []);
  return { turns, entries: explicitCache.entries, totals: addTotals(turns, currencies) };
}

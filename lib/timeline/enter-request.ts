/** Enters a request that was played into the ledger: its figures, its bill and its reasons. */

import { billRequest } from "../bill/bill";
import type { LedgerRow, Reason } from "../bill/ledger";
import type { Region } from "../offers/model";
import { findTier } from "../offers/prices";
import { regionName } from "../offers/regions";
import type { CacheSystemId, Played } from "../systems/cache-system";
import type { ImplicitReads } from "../systems/implicit";
import { formatTokens } from "../values/figures";
import type { ModelFacts } from "./model-facts";
import { explainRequest, type Past } from "./reasons";
import type { TimedRequest } from "./timed-request";

export interface EntryContext {
  readonly facts: ModelFacts;
  readonly region: Region;
  readonly implicit: ImplicitReads;
  /** The system that served the request. */
  readonly system: CacheSystemId;
  /** False = nothing is to be explained. */
  readonly past: Past | false;
  /** Takes the currency of the price used. */
  readonly currencies: Set<"USD" | "CNY">;
}

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

/** The row of one request. */
export function enterRequest(request: TimedRequest, played: Played, context: EntryContext): LedgerRow {
  const { facts, region, implicit, system, past } = context;
  const { completion, layout } = request;
  const { read, written, readKind, life } = played;
  const uncached = layout.prompt - read - written;
  const price = findTier(facts.tiers, layout.prompt);
  if (price) context.currencies.add(price.currency);
  const usage = { read, written, uncached, completion, readKind, life, thinking: layout.thinking ?? null };
  const { cost, costWithoutCache, unknown } = billRequest(usage, price);
  const reasons = past
    ? [
        ...explainRequest(request, played, past, { ...facts, implicit, system }),
        ...unknownPrice(unknown, request, region),
      ]
    : [];
  return { prompt: layout.prompt, read, written, uncached, completion, cost, costWithoutCache, reasons };
}

/** What a billed request costs by the price table. */

import type { DecodedUsage } from "../answers/decode-usage";
import { type Bill, billRequest } from "../bill/bill";
import { findPrice } from "../offers/prices";
import type { RequestPrediction, RunSettings } from "./predict-run";

type BilledBy = Pick<RequestPrediction, "model" | "explicit" | "thinking">;
type PricedBy = Pick<RunSettings, "region" | "prices">;

/** With the cost without a cache, and what has no known price. */
export function writeBill(
  usage: DecodedUsage,
  { model, explicit, thinking }: BilledBy,
  { region, prices = [] }: PricedBy,
): Bill {
  const isExplicit = usage.kind === null ? explicit : usage.kind !== "implicit";
  const readKind = isExplicit ? "explicit" : "implicit";
  return billRequest({ ...usage, readKind, thinking }, findPrice(model, region, usage.prompt, prices));
}

/** In the price's currency; null where a price it needs is unknown. */
export const billUsage = (usage: DecodedUsage, by: BilledBy, settings: PricedBy): number | null =>
  writeBill(usage, by, settings).cost;

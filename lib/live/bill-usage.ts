/** What a billed request costs by the price table. */
import type { RequestPrediction, RunSettings } from "../analysis/predict-run";
import type { DecodedUsage } from "../answers/decode-usage";
import { findPrice } from "../models/prices";
import { billRequest } from "../timeline/bill";

/** In the price's currency; null where a price it needs is unknown. */
export function billUsage(
  usage: DecodedUsage,
  { model, explicit, thinking }: Pick<RequestPrediction, "model" | "explicit" | "thinking">,
  { region, prices = [] }: Pick<RunSettings, "region" | "prices">,
): number | null {
  const isExplicit = usage.kind === null ? explicit : usage.kind !== "implicit";
  const readKind = isExplicit ? "explicit" : "implicit";
  return billRequest({ ...usage, readKind, thinking }, findPrice(model, region, usage.prompt, prices)).cost;
}

/** What a model charges: the dated price table, by region and tier. */
import { meantName, withoutDate } from "./catalogue";
import type { Price, PriceOverride, Region } from "./model";
import data from "./model-studio-prices.json" with { type: "json" };
import { overridePrices } from "./override-prices";

/** Date of the newest price in the table; each row carries its own. */
export const PRICES_AS_OF = data.asOf;

/**
 * Rows in the table's order: the tiers of a model ascend. Of prices that depend on the time of day only the peak is
 * used, so that a cost is never understated: a simulated second has no hour (assumption `peak-price`).
 */
const prices = (data.prices as readonly Price[]).filter((price) => price.timeBand?.name !== "off-peak");

const rowKey = (model: string, region: Region): string => `${region} ${model}`;
const rows = new Map<string, Price[]>();
for (const price of prices) {
  const key = rowKey(price.model, price.region);
  const tiers = rows.get(key);
  if (tiers) tiers.push(price);
  else rows.set(key, [price]);
}

/** Of the name itself, else of its base model. */
const tiersOf = (name: string, region: Region): readonly Price[] | undefined =>
  rows.get(rowKey(name, region)) ?? rows.get(rowKey(withoutDate(name), region));

/**
 * The tiers of a model in a region, ascending; empty where no price is known. A snapshot has its base model's, and a
 * gateway's name those of the model that is meant.
 * @param overrides win over the table, cell by cell
 */
export function listPrices(
  model: string,
  region: Region,
  overrides: readonly PriceOverride[] = [],
): readonly Price[] {
  const tiers = tiersOf(model, region) ?? tiersOf(meantName(model) ?? model, region) ?? [];
  return overrides.length > 0 ? overridePrices(model, region, tiers, overrides) : tiers;
}

/**
 * The price of a request, per million tokens.
 * @param inputTokens all input of the request, cached or not: it chooses the tier (assumption `tier-by-total-input`)
 * @param overrides win over the table, cell by cell
 * @returns null where no price is known, also above the last known tier
 */
export function findPrice(
  model: string,
  region: Region,
  inputTokens: number,
  overrides: readonly PriceOverride[] = [],
): Price | null {
  return findTier(listPrices(model, region, overrides), inputTokens);
}

/** The first tier that holds so many input tokens; null where none does. */
export const findTier = (tiers: readonly Price[], inputTokens: number): Price | null =>
  tiers.find(({ maxInputTokens }) => maxInputTokens === null || inputTokens <= maxInputTokens) ?? null;

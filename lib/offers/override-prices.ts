/** Puts the prices that a user knows better in the place of the table's. */
import { withoutDate } from "./catalogue";
import type { Price, PriceOverride, Region } from "./model";
import { PRICE_CELLS } from "./price-cells";
import { REGIONS } from "./regions";

const endOf = (tier: { readonly maxInputTokens: number | null }): number =>
  tier.maxInputTokens ?? Number.POSITIVE_INFINITY;

/** A row about which nothing is known; NaN marks amounts that a price cannot do without. */
const emptyPrice = (model: string, region: Region): Price => ({
  model,
  region,
  currency: REGIONS.find(({ id }) => id === region)?.currency ?? "USD",
  maxInputTokens: null,
  input: Number.NaN,
  output: Number.NaN,
  implicitRead: null,
  create5m: null,
  create1h: null,
  read: null,
  evidence: "user",
  source: "user",
  asOf: null,
});

function overlay(base: Price, override: PriceOverride): Price {
  const given = PRICE_CELLS.filter((cell) => override[cell] !== undefined);
  const isGiven = new Set<string>(given);
  return {
    ...base,
    ...Object.fromEntries(given.map((cell) => [cell, override[cell]])),
    ...(override.currency ? { currency: override.currency } : {}),
    evidence: "user",
    ...(base.derived ? { derived: base.derived.filter((cell) => !isGiven.has(cell)) } : {}),
    ...(base.evidence === "user" ? {} : { baseEvidence: base.baseEvidence ?? base.evidence }),
    overridden: [...new Set([...(base.overridden ?? []), ...given])],
  };
}

/**
 * The tiers with the overrides laid over them, ascending; a later override wins over an earlier one. An override of a tier
 * that the table does not have adds one, with the other amounts of the tier that held those requests; one without a tier
 * holds for all, and beyond the last as well where it says both input and output. A snapshot takes the overrides of its
 * base model where it has none of its own.
 */
export function overridePrices(
  model: string,
  region: Region,
  tiers: readonly Price[],
  overrides: readonly PriceOverride[],
): readonly Price[] {
  const inRegion = overrides.filter((override) => override.region === region);
  const own = inRegion.filter((override) => override.model === model);
  const mine = own.length > 0 ? own : inRegion.filter((override) => override.model === withoutDate(model));
  if (mine.length === 0) return tiers;
  const ends = new Set(tiers.map(endOf));
  for (const { maxInputTokens } of mine) {
    ends.add(maxInputTokens === undefined ? Number.POSITIVE_INFINITY : endOf({ maxInputTokens }));
  }
  return [...ends]
    .sort((a, b) => a - b)
    .flatMap((end) => {
      const held = tiers.find((tier) => endOf(tier) >= end);
      const applying = mine.filter(
        ({ maxInputTokens }) => maxInputTokens === undefined || endOf({ maxInputTokens }) === end,
      );
      // Amounts of the table in another currency cannot stand beside the user's.
      const currency = applying.findLast((override) => override.currency)?.currency;
      const fits = held && (!currency || held.currency === currency);
      const base = fits ? held : emptyPrice(model, region);
      const price = applying.reduce(overlay, {
        ...base,
        maxInputTokens: Number.isFinite(end) ? end : null,
      });
      return Number.isNaN(price.input) || Number.isNaN(price.output) ? [] : [price];
    });
}

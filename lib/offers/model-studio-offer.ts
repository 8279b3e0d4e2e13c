/** What Model Studio sells: a model in a region, with the rules of its caches and the price table's rates. */
import { type CacheOffer, findCacheOffer } from "./cache-offers";
import { findModel, minimumImplicitOf, RULES_AS_OF } from "./catalogue";
import type { Model, Price, PriceCell, PriceOverride, Region } from "./model";
import type { Band, LineKind, Offer, Rate } from "./offer";
import { PRICE_CELLS } from "./price-cells";
import { listPrices } from "./prices";
import { type Readings, readingOf, readingsFor, type ToldReadings } from "./readings";

/** What an offer of Model Studio leaves its cache systems to know. */
export interface ModelStudioRules {
  /** Null = unknown. */
  readonly model: Model | null;
  /** Null = not known: then whatever any region offers counts. */
  readonly region: Region | null;
  readonly explicit: CacheOffer;
  readonly implicitOffer: CacheOffer;
  /** Fewest tokens of an implicit read. */
  readonly minimumImplicit: number;
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
}

export interface OfferOptions extends ToldReadings {
  /** Prices that win over the table, cell by cell. */
  readonly prices?: readonly PriceOverride[];
  /** The day that is played, as `2026-11-21`; absent = the day of the rules. */
  readonly on?: string;
  /** True where nobody has said that it is this region: prices are its own, but no cache is denied for its sake. */
  readonly isRegionAssumed?: boolean;
}

const IMPLICIT_MINIMA = { "as-documented": null, "from-256": 256, "from-512": 512 } as const;

const KINDS: Readonly<Record<PriceCell, LineKind>> = {
  input: "input",
  output: "output",
  outputThinking: "output:thinking",
  implicitRead: "read:implicit",
  create5m: "write:300",
  create1h: "write:3600",
  read: "read",
};

/** Fewest tokens of an implicit read. @param on the day that is played; absent = the day of the rules */
export const minimumImplicitBy = (model: Model | null, readings: Readings | undefined, on?: string): number =>
  IMPLICIT_MINIMA[readingOf(readings, "implicit-minimum")] ?? minimumImplicitOf(model, on);

/** Every cell of a row is charged for each million tokens. */
export function bandOf(price: Price): Band {
  const rates: Partial<Record<LineKind, Rate>> = {};
  for (const cell of PRICE_CELLS) {
    const amount = price[cell];
    if (amount !== undefined) rates[KINDS[cell]] = { amount, per: "Mtok" };
  }
  return { currency: price.currency, upTo: price.maxInputTokens, rates };
}

/** The cache rules of any model name; of one that is not known, what is assumed. */
export function findRules(
  name: string,
  region: Region | null,
  { prices = [], on, ...chosen }: Omit<OfferOptions, "isRegionAssumed"> = {},
): ModelStudioRules {
  const model = findModel(name);
  const readings = readingsFor(name, chosen);
  return {
    model,
    region,
    explicit: findCacheOffer(name, region, "explicit", prices),
    implicitOffer: findCacheOffer(name, region, "implicit", prices),
    minimumImplicit: minimumImplicitBy(model, readings, on),
    ...(Object.keys(readings).length > 0 ? { readings } : {}),
  };
}

/** The offer of any model name: one that is not known has no rules of its own, one without prices no bands. */
export function findOffer(
  name: string,
  region: Region,
  { isRegionAssumed = false, ...options }: OfferOptions = {},
): Offer<ModelStudioRules> {
  const { prices = [] } = options;
  const rules = findRules(name, isRegionAssumed ? null : region, options);
  const { model } = rules;
  return {
    id: `model-studio/${region}/${name}`,
    system: "model-studio",
    model: name,
    place: region,
    rules,
    tariff: { bands: listPrices(name, region, prices).map(bandOf) },
    counting: { vocabulary: model?.template === "qwen3" ? "qwen3" : null, template: model?.template ?? null },
    evidence: model?.evidence ?? "inferred",
    source: model?.source ?? "assumption unknown-model-message-level",
    asOf: model?.asOf ?? RULES_AS_OF,
  };
}

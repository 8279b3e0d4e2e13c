/** What Model Studio sells: a model in a region, with the rules of its caches and the price table's rates. */
import { findModel, minimumImplicitOf, RULES_AS_OF } from "./catalogue";
import type { Model, Price, PriceCell, PriceOverride, Region } from "./model";
import type { Band, LineKind, Offer, Rate } from "./offer";
import { PRICE_CELLS } from "./price-cells";
import { listPrices } from "./prices";

/** What an offer of Model Studio leaves its cache systems to know. */
export interface ModelStudioRules {
  /** Null = unknown. */
  readonly model: Model | null;
  readonly region: Region;
  /** Fewest tokens of an implicit read. */
  readonly minimumImplicit: number;
}

export interface OfferOptions {
  /** Prices that win over the table, cell by cell. */
  readonly prices?: readonly PriceOverride[];
  /** The day that is played, as `2026-11-21`; absent = the day of the rules. */
  readonly on?: string;
}

const KINDS: Readonly<Record<PriceCell, LineKind>> = {
  input: "input",
  output: "output",
  outputThinking: "output:thinking",
  implicitRead: "read:implicit",
  create5m: "write:300",
  create1h: "write:3600",
  read: "read",
};

/** Every cell of a row is charged for each million tokens. */
export function bandOf(price: Price): Band {
  const rates: Partial<Record<LineKind, Rate>> = {};
  for (const cell of PRICE_CELLS) {
    const amount = price[cell];
    if (amount !== undefined) rates[KINDS[cell]] = { amount, per: "Mtok" };
  }
  return { currency: price.currency, upTo: price.maxInputTokens, rates };
}

/** The offer of any model name: one that is not known has no rules of its own, one without prices no bands. */
export function findOffer(
  name: string,
  region: Region,
  { prices = [], on }: OfferOptions = {},
): Offer<ModelStudioRules> {
  const model = findModel(name);
  return {
    id: `model-studio/${region}/${name}`,
    system: "model-studio",
    model: name,
    place: region,
    rules: { model, region, minimumImplicit: minimumImplicitOf(model, on) },
    tariff: { bands: listPrices(name, region, prices).map(bandOf) },
    counting: { vocabulary: model?.template === "qwen3" ? "qwen3" : null, template: model?.template ?? null },
    evidence: model?.evidence ?? "inferred",
    source: model?.source ?? "assumption unknown-model-message-level",
    asOf: model?.asOf ?? RULES_AS_OF,
  };
}

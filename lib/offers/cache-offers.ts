/** Where a cache is offered: one answer for a model, a region and a cache, with the evidence that it rests on. */
import { type Message, tell } from "../words/message";
import { findModel } from "./catalogue";
import type { Evidence, Model, Price, PriceCell, PriceOverride, Region } from "./model";
import { listPrices } from "./prices";
import { REGIONS, regionName } from "./regions";

export type CacheKind = "explicit" | "implicit" | "session";

export interface CacheOffer {
  /** Of what is not known, markers play all the same and the doubt is said. */
  readonly status: "offered" | "not-offered" | "unknown";
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string | null;
  /** One sentence: what it rests on, and where two sources disagree which one counts. */
  readonly why: Message;
}

/** The cell of the price table that only an offered cache has. */
const CELLS = { explicit: "read", implicit: "implicitRead" } as const;

/** Cells by which a user says that the cache is sold. */
const USER_CELLS: Readonly<Record<"explicit" | "implicit", readonly PriceCell[]>> = {
  explicit: ["read", "create5m", "create1h"],
  implicit: ["implicitRead"],
};

/** Whoever enters a price of a cache has it. */
function offerByUser(
  name: string,
  region: Region | null,
  cache: "explicit" | "implicit",
  prices: readonly PriceOverride[],
): CacheOffer | null {
  const own = prices.find(
    (price) =>
      price.model === name &&
      (region === null || price.region === region) &&
      USER_CELLS[cache].some((cell) => price[cell] !== undefined),
  );
  const why = tell("offers.pricedByUser", {
    cache,
    model: name,
    region: regionName(own?.region ?? "intl"),
  });
  return own ? { status: "offered", evidence: "user", source: "user", asOf: null, why } : null;
}

/**
 * Models that the documentation names for sessions; it names no regions, and no newer list is known.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24).
 */
const SESSION_MODELS: ReadonlySet<string> = new Set([
  "qwen3-max",
  "qwen3.5-plus",
  "qwen3.5-flash",
  "qwen-plus",
  "qwen-flash",
  "qwen3-coder-plus",
  "qwen3-coder-flash",
]);

function offerSession({ model }: Model): CacheOffer {
  const isNamed = SESSION_MODELS.has(model);
  return {
    status: isNamed ? "offered" : "unknown",
    evidence: isNamed ? "documented" : "inferred",
    source: "https://www.alibabacloud.com/help/en/model-studio/context-cache",
    asOf: "2026-03-24",
    why: tell(isNamed ? "offers.sessionNamed" : "offers.sessionUnnamed", { model }),
  };
}

/** A price that somebody wrote down, not one computed from the input price by a ratio. */
const isStated = (price: Price, cell: "read" | "implicitRead"): boolean =>
  price[cell] !== null && !price.derived?.includes(cell);

/** What the price table says of a cache that the list of offers does not name there. */
function offerByPrice(model: Model, region: Region, cache: "explicit" | "implicit"): CacheOffer | null {
  const cell = CELLS[cache];
  const row = listPrices(model.model, region).find((price) => price[cell] !== null);
  if (!row) return null;
  const isDocumented = isStated(row, cell) && row.evidence === "documented";
  const found = { cache, region: regionName(region), listed: model.asOf || "none" };
  return {
    status: isDocumented ? "offered" : "unknown",
    evidence: isDocumented ? "documented" : isStated(row, cell) ? row.evidence : "derived",
    source: row.source,
    asOf: row.asOf,
    why: isDocumented
      ? tell("offers.priceCounts", { ...found, date: row.asOf || "none" })
      : tell("offers.priceDoubted", { ...found, known: isStated(row, cell) ? "stated" : "derived" }),
  };
}

function offerIn(model: Model, region: Region, cache: "explicit" | "implicit"): CacheOffer {
  const isListed = model[cache].regions.includes(region);
  const byPrice = isListed ? null : offerByPrice(model, region, cache);
  if (byPrice) return byPrice;
  const { evidence, source, asOf } = model;
  return {
    status: isListed ? "offered" : "not-offered",
    evidence,
    source,
    asOf,
    why: tell(isListed ? "offers.listed" : "offers.notListed", {
      model: model.model,
      cache,
      region: regionName(region),
    }),
  };
}

const RANK = { offered: 0, unknown: 1, "not-offered": 2 } as const;

/**
 * Whether a cache is offered.
 * @param region null = the region is not known: then whatever any of them offers counts
 * @param prices that the user has entered
 */
export function findCacheOffer(
  name: string,
  region: Region | null,
  cache: CacheKind,
  prices: readonly PriceOverride[] = [],
): CacheOffer {
  const model = findModel(name);
  if (!model) {
    const why = name === "" ? tell("offers.noModel") : tell("offers.unknownModel", { model: name });
    return {
      status: "unknown",
      evidence: "inferred",
      source: "assumption unknown-model-message-level",
      asOf: null,
      why,
    };
  }
  if (cache === "session") return offerSession(model);
  const byUser = offerByUser(name, region, cache, prices);
  if (byUser) return byUser;
  if (region !== null) return offerIn(model, region, cache);
  return REGIONS.map(({ id }) => offerIn(model, id, cache)).reduce((best, offer) =>
    RANK[offer.status] < RANK[best.status] ? offer : best,
  );
}

/** The regions where a cache is offered, in the order of the region menu. */
export const listOffering = (name: string, cache: "explicit" | "implicit"): readonly Region[] =>
  REGIONS.map(({ id }) => id).filter((region) => findCacheOffer(name, region, cache).status === "offered");

/** What a choice of model or region gives: the caches there, the price and the length, and where else to look. */

import { type Said, tell } from "../words/message";
import { type CacheKind, type CacheOffer, findCacheOffer, listOffering } from "./cache-offers";
import { findModel, listModels } from "./catalogue";
import { inputLimitOf } from "./input-limits";
import type { Model, Price, PriceOverride, Region } from "./model";
import { listPrices } from "./prices";
import { REGIONS, regionName, regionNames } from "./regions";

export interface CacheBadge {
  readonly kind: CacheKind;
  readonly offer: CacheOffer;
}

const KINDS: readonly CacheKind[] = ["explicit", "implicit", "session"];

/** The caches that a model has in a region, or of which that is not known; the session cache where the documentation names it. */
export const listCaches = (
  name: string,
  region: Region,
  prices: readonly PriceOverride[] = [],
): readonly CacheBadge[] =>
  KINDS.map((kind) => ({ kind, offer: findCacheOffer(name, region, kind, prices) })).filter(
    ({ kind, offer }) => (kind === "session" ? offer.status === "offered" : offer.status !== "not-offered"),
  );

/**
 * The most input tokens that are known to be taken: the documented limit, else the end of the last priced tier in any
 * region (assumption `tier-k-is-1024`); null = not known.
 */
export function longestInputOf(name: string): number | null {
  const model = findModel(name);
  const limit = model && inputLimitOf(model, null);
  if (limit) return limit.taken;
  const ends = REGIONS.flatMap(({ id }) => listPrices(name, id)).map(
    ({ maxInputTokens }) => maxInputTokens ?? 0,
  );
  return Math.max(0, ...ends) || null;
}

export interface ModelChoice {
  readonly model: string;
  readonly caches: readonly CacheBadge[];
  /** Of the first tier; null = no price is known in the region. */
  readonly price: Price | null;
  /** True where longer inputs have another price. */
  readonly hasTiers: boolean;
  /** Tokens; null = not known. */
  readonly longestInput: number | null;
}

/** What a model gives in a region. */
export function describeModel(
  model: string,
  region: Region,
  prices: readonly PriceOverride[] = [],
): ModelChoice {
  const tiers = listPrices(model, region, prices);
  return {
    model,
    caches: listCaches(model, region, prices),
    price: tiers[0] ?? null,
    hasTiers: tiers.length > 1,
    longestInput: longestInputOf(model),
  };
}

export interface RegionChoice {
  readonly region: Region;
  /** `absent`: neither a cache nor a price of it is known there. `unknown`: the model is none of the list. */
  readonly status: "priced" | "no-price" | "absent" | "unknown";
  readonly caches: readonly CacheBadge[];
  readonly price: Price | null;
  /** What to choose in its place, e.g. `Singapore or Beijing`; null where nothing is wrong or nothing better is known. */
  readonly instead: Said | null;
}

const isPriced = (name: string, region: Region, prices: readonly PriceOverride[]): boolean =>
  listPrices(name, region, prices).length > 0;

function nameRegions(regions: readonly Region[]): Said | null {
  const last = regions.at(-1);
  if (last === undefined) return null;
  return regions.length > 1
    ? tell("offers.either", { one: regionNames(regions.slice(0, -1)), other: regionName(last) })
    : regionName(last);
}

/** What a region gives for a model. */
export function describeRegion(
  model: string,
  region: Region,
  prices: readonly PriceOverride[] = [],
): RegionChoice {
  const price = listPrices(model, region, prices)[0] ?? null;
  if (findModel(model) === null)
    return { region, status: price ? "priced" : "unknown", caches: [], price, instead: null };
  const caches = listCaches(model, region, prices);
  const isThere = caches.some(({ kind }) => kind !== "session");
  const status = price ? "priced" : isThere ? "no-price" : "absent";
  const priced = REGIONS.map(({ id }) => id).filter((id) => isPriced(model, id, prices));
  const offering = [...new Set([...listOffering(model, "explicit"), ...listOffering(model, "implicit")])];
  const better = priced.length > 0 ? priced : status === "absent" ? offering : [];
  return {
    region,
    status,
    caches: status === "absent" ? [] : caches,
    price,
    instead: status === "priced" ? null : nameRegions(better),
  };
}

export interface ModelGroup {
  readonly label: Said;
  readonly models: readonly Model[];
}

/** All models by name, grouped by how fine their breakpoints are: that is what changes with the choice. */
export function groupModels(): readonly ModelGroup[] {
  const models = listModels().filter(({ model }) => !model.includes("*"));
  const group = (label: Said, generation: Model["generation"]): ModelGroup => ({
    label,
    models: models.filter((each) => each.generation === generation),
  });
  return [
    group("Qwen4", "qwen4"),
    group(tell("offers.groupMessages"), "classic-message"),
    group(tell("offers.groupParts"), "classic-part"),
    group(tell("offers.groupOthers"), null),
  ];
}

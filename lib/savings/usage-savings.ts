/** Savings from usage numbers alone: what tokens that were left out would have cost after the cache had read its share. */
import { findOffer } from "../offers/model-studio-offer";
import { type Currency, findBand, rateOf } from "../offers/offer";
import type { Settings } from "../pipeline/analysis";
import { SPLIT_UNITS, type SplitOrder, splitSaving } from "./split-saving";

/** Input tokens of one conversation or session. */
export interface InputUsage {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
}

/** Per million tokens. */
export type InputRates = Readonly<Record<keyof InputUsage, number>>;

/**
 * An agent that is called twenty times with 8,000 tokens which stay the same, at Claude Sonnet's prices: $0.48 without a
 * cache, $0.0756 with one. Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21).
 */
export const TWENTY_CALLS: { readonly usage: InputUsage; readonly rates: InputRates } = {
  usage: { read: 152_000, written: 8_000, uncached: 0 },
  rates: { read: 0.3, written: 3.75, uncached: 3 },
};

/** The whole input's price, in the rates' currency. */
export const priceInput = ({ read, written, uncached }: InputUsage, rates: InputRates): number =>
  (read * rates.read + written * rates.written + uncached * rates.uncached) / 1e6;

/** A prefix of `tokens` in each of `turns` requests: paid in full each time, or written once and read from then on. */
export function priceRepeats(
  tokens: number,
  turns: number,
  rates: InputRates,
): { readonly plain: number; readonly cached: number } {
  const cached = { read: tokens * Math.max(0, turns - 1), written: turns > 0 ? tokens : 0, uncached: 0 };
  return {
    plain: priceInput({ read: 0, written: 0, uncached: tokens * turns }, rates),
    cached: priceInput(cached, rates),
  };
}

/**
 * What tokens that a compression removed have saved: the average of what input cost after cache reads, not its full price,
 * so that the discount of the cache is not counted a second time. Where there was no input, the full price.
 * Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21).
 */
export function priceRemoved(removed: number, usage: InputUsage, rates: InputRates): number {
  const input = usage.read + usage.written + usage.uncached;
  return input === 0 ? (removed * rates.uncached) / 1e6 : (removed / input) * priceInput(usage, rates);
}

/** What the cache and a compression save together, and each one's part, in 10⁻⁹ of the currency. */
export interface UsageSplit {
  /** With neither: all tokens, those left out too, at the full price. */
  readonly before: number;
  /** With both, as billed. */
  readonly after: number;
  /** Of the cache, then of the tokens left out: each pair sums to `before` − `after`. */
  readonly parts: Readonly<Record<SplitOrder, readonly number[]>>;
}

/**
 * Splits what was saved between the cache and the tokens that were left out.
 * @param removed tokens that were not sent, counted in every request that went without them
 */
export function splitUsage(removed: number, usage: InputUsage, rates: InputRates): UsageSplit {
  const input = usage.read + usage.written + usage.uncached;
  const plain = (tokens: number): number => (tokens * rates.uncached) / 1e6;
  const billed = priceInput(usage, rates);
  const costs = [
    plain(input + removed),
    billed + priceRemoved(removed, usage, rates),
    plain(input),
    billed,
  ].map((cost) => Math.round(cost * SPLIT_UNITS));
  return {
    before: costs[0] ?? 0,
    after: costs[3] ?? 0,
    parts: {
      shapley: splitSaving(costs, "shapley"),
      "in-order": splitSaving(costs, "in-order"),
      reversed: splitSaving(costs, "reversed"),
    },
  };
}

export interface KnownRates {
  readonly rates: InputRates;
  readonly currency: Currency;
}

/**
 * What a model's input costs by the price table in the tier of so many tokens: an explicit cache's rates where it has one,
 * the full price where reads or writes have none of their own. Null where no price is known.
 */
export function findInputRates(
  model: string,
  tokens: number,
  { region, prices = [] }: Pick<Settings, "region" | "prices">,
): KnownRates | null {
  const band = findBand(findOffer(model, region, { prices }).tariff, tokens);
  const uncached = rateOf(band, "input");
  if (!band || uncached === null) return null;
  const read = rateOf(band, "read") ?? rateOf(band, "read:implicit") ?? uncached;
  return {
    rates: { uncached, read, written: rateOf(band, "write:300") ?? uncached },
    currency: band.currency,
  };
}

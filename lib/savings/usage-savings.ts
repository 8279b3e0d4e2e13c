/** Savings from usage numbers alone: what tokens that were left out would have cost after the cache had read its share. */

/** Input tokens of one conversation or session. */
export interface InputUsage {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
}

/** Per million tokens. */
export type InputRates = Readonly<Record<keyof InputUsage, number>>;

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

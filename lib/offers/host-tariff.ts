/** The prices of a host of one's own, as its owner gives them. */
import type { Currency, LineKind, Rate, Tariff } from "./offer";

/** Amounts per million tokens; null = not given. */
export interface HostPrices {
  readonly input: number | null;
  readonly output: number | null;
  /** Price of a token that is read, by that of one that is not. */
  readonly readMultiplier: number | null;
  readonly currency: Currency;
}

/** What is not given is not known. */
export function findHostTariff({ input, output, readMultiplier, currency }: HostPrices): Tariff {
  const rates: Partial<Record<LineKind, Rate>> = {
    input: { amount: input, per: "Mtok" },
    output: { amount: output, per: "Mtok" },
    read: { amount: input === null || readMultiplier === null ? null : input * readMultiplier, per: "Mtok" },
  };
  return { bands: [{ currency, upTo: null, rates }] };
}

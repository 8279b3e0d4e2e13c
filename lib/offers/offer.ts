/** What can be bought: a model at a place with one cache system, the rules that hold there and what it charges. */
import type { Evidence } from "./model";

/**
 * What tokens are billed as; `write:300` is written to live 300 seconds, `create` makes an object that is kept for a fee. `read:implicit` is a read that was not asked for,
 * where the same offer has another rate for those that were.
 */
export type LineKind =
  | "input"
  | "read"
  | "read:implicit"
  | `write:${number}`
  | "output"
  | "output:thinking"
  | "create"
  | "storage"
  | "call";

/** Tokens that are billed alike. */
export interface TokenLine {
  readonly kind: LineKind;
  /** Of a `call`: how many of them. */
  readonly tokens: number;
}

export interface Rate {
  /** Null = charged, but not known how much. */
  readonly amount: number | null;
  readonly per: "Mtok" | "Mtok-hour" | "Mtok-minute" | "call";
}

/** Those that a price may be in; amounts in two of them are never added or converted. */
export const CURRENCIES = ["USD", "CNY", "EUR", "GBP", "INR"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** What is charged for requests of a certain size, on certain days or at certain hours. */
export interface Band {
  readonly currency: Currency;
  /** Input tokens of the requests it is for, at most; null = no limit known. */
  readonly upTo: number | null;
  /** False where a request of exactly `upTo` tokens belongs to the next band; absent = true. */
  readonly inclusive?: boolean;
  /** First and last day it is for, as `2026-11-21`; absent = no limit. */
  readonly from?: string;
  readonly until?: string;
  /** Hours of the day it is for, in the seller's words; absent = all. */
  readonly hours?: string;
  readonly rates: Readonly<Partial<Record<LineKind, Rate>>>;
}

/** Bands by size, ascending, those that win over others on the same day first; none where no price is known. */
export interface Tariff {
  readonly bands: readonly Band[];
}

/** How its tokens are counted. */
export interface Counting {
  /** Null = no vocabulary of it can be had: counts are estimates. */
  readonly vocabulary: string | null;
  /** Frame that its requests are rendered in; null = not documented. */
  readonly template: string | null;
  /** Tokens for each token that is counted; absent = 1. */
  readonly ratio?: number;
}

export interface Offer<R = unknown> {
  readonly id: string;
  /** Id of the cache system, as in the register of systems. */
  readonly system: string;
  readonly model: string;
  /** Region, or host, it is sold at. */
  readonly place: string;
  /** What the system asks of the offer. */
  readonly rules: R;
  readonly tariff: Tariff;
  readonly counting: Counting;
  readonly evidence: Evidence;
  readonly source: string;
  /** Null = no date is known. */
  readonly asOf: string | null;
}

/**
 * The band of a request; null where none is known.
 * @param inputTokens all of its input, cached or not
 * @param on the day, as `2026-11-21`; absent = whichever comes first
 */
export const findBand = ({ bands }: Tariff, inputTokens: number, on?: string): Band | null =>
  bands.find(
    ({ upTo, inclusive = true, from, until }) =>
      (upTo === null || inputTokens < upTo || (inclusive && inputTokens === upTo)) &&
      (on === undefined || ((from === undefined || from <= on) && (until === undefined || on <= until))),
  ) ?? null;

/** The same tariff at a share of its prices. */
export const scaleTariff = ({ bands }: Tariff, share: number): Tariff => ({
  bands: bands.map((band) => {
    const rates: Partial<Record<LineKind, Rate>> = {};
    for (const [kind, rate] of Object.entries(band.rates) as [LineKind, Rate][]) {
      rates[kind] = { ...rate, amount: rate.amount === null ? null : rate.amount * share };
    }
    return { ...band, rates };
  }),
});

/** What a kind costs in a band; null where that is not known. */
export const rateOf = (band: Band | null, kind: LineKind): number | null => band?.rates[kind]?.amount ?? null;

/** Kind of tokens that are written to live so many seconds; one string for each life. */
export function writeKind(life: number): `write:${number}` {
  if (life === 300) return "write:300";
  return life === 3600 ? "write:3600" : `write:${life}`;
}

/** Kind of a completion's tokens: thinking counts apart only where it has a rate of its own. */
export const outputKind = (band: Band | null, thinking: boolean | null): "output" | "output:thinking" =>
  thinking === true && rateOf(band, "output:thinking") !== null ? "output:thinking" : "output";

/** What services other than Model Studio charge: the dated price list and the list of services, as tariffs. */
import { ownField } from "../values/json";
import type { Evidence } from "./model";
import { type Band, type Currency, type LineKind, type Rate, type Tariff, writeKind } from "./offer";
import data from "./providers-prices.json" with { type: "json" };
import registered from "./services.json" with { type: "json" };

/** The day that is played where none is named: the one on which the rules were checked. */
export const SERVICES_AS_OF = registered.asOf;

/** How a service reads common prefixes; figures are tokens and seconds. */
export interface PrefixFigures {
  /** Reads are floored to multiples of it. */
  readonly step: number;
  /** Fewest tokens of a read, where the price list names none for the model. */
  readonly minimum: number;
  /** What the minimum is of; absent = the prefix that is read. */
  readonly minimumOf?: "prompt";
  /** From the start of the request that left it; null = no end is known. */
  readonly life: number | null;
  /** In what single models differ. */
  readonly models?: Readonly<Record<string, ModelFigures>>;
}

export interface ModelFigures {
  readonly life?: number;
  /** The life that a request may ask for. */
  readonly longLife?: number;
  /** Prefixes end at multiples of it only, counted from a hidden start. */
  readonly interval?: number;
}

/** A service, or a host: a row of the list of services. */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** Price lists that its models stand in; a model of several is that of the first. */
  readonly lists: readonly string[];
  /** Seconds that what is written lives, and what is written at the long price; absent = it has no such price. */
  readonly write?: number;
  readonly writeLong?: number;
  /** Minima that differ from those of the price list, by model. */
  readonly minimums?: Readonly<Record<string, number>>;
  /** Minima of models for which the list names none, by how their names begin. */
  readonly familyMinimums?: Readonly<Record<string, number>>;
  /** Absent = it reads by rules of its own. */
  readonly prefix?: PrefixFigures;
  readonly assumptions?: readonly string[];
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

interface Limit {
  readonly limit: number;
  /** True where a prompt of exactly so many tokens pays the higher price. */
  readonly limitInclusiveHigh: boolean;
}

/** A row of the price list; amounts per million tokens, null = unlisted. */
interface ListedPrice {
  readonly system: string;
  readonly model: string;
  readonly currency: Currency;
  /** One of two rows; null for `wholeRequest` = the source does not say, and the whole request is taken. */
  readonly tier?: Limit & { readonly side: "low" | "high"; readonly wholeRequest: boolean | null };
  /** Factors of the amounts above a limit, for the whole request. */
  readonly band?: Limit & {
    readonly inputFactor: number;
    readonly cacheFactor: number;
    readonly outputFactor: number;
  };
  readonly timeBand?: "peak" | "off-peak";
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly input: number | null;
  readonly output: number | null;
  readonly read: number | null;
  readonly write: number | null;
  readonly writeLong: number | null;
  readonly writeFee: boolean;
  readonly minTokens: number | null;
  readonly storagePerMHour?: number | null;
  readonly storagePerMMinute?: number | null;
  readonly createFeePerM?: number;
  readonly perHitCall?: number;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

/** A model of a service, with the figures of the price list that rules depend on. */
export interface ListedModel {
  readonly model: string;
  /** Which price list it stands in: of two lists of one service each has rules of its own. */
  readonly list: string;
  /** Tokens; null = none is named. */
  readonly minimum: number | null;
  /** True where the list has a price for what is written to live longer than usual. */
  readonly hasLongWrite: boolean;
  /** True where writing has a price of its own. */
  readonly hasWriteFee: boolean;
  /** True where the minimum is that of the model's generation (assumption `unlisted-minimum`). */
  readonly isMinimumAssumed: boolean;
  /** True where a higher price beyond a limit may be for the tokens beyond it only. */
  readonly isBandOpen: boolean;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

const services = registered.services as readonly Service[];
const byId = new Map(services.map((service) => [service.id, service]));

export const listServices = (): readonly Service[] => services;
export const findService = (id: string): Service | null => byId.get(id) ?? null;

/** Dated rows before undated ones, then the newest: the first that is valid on a day counts. */
function compareRows(a: ListedPrice, b: ListedPrice): number {
  const isDated = ({ effectiveFrom, effectiveTo }: ListedPrice) => effectiveFrom ?? effectiveTo;
  return (isDated(a) ? 0 : 1) - (isDated(b) ? 0 : 1) || b.asOf.localeCompare(a.asOf) || endOf(a) - endOf(b);
}

const endOf = ({ tier }: ListedPrice): number =>
  tier?.side === "low" ? tier.limit : Number.POSITIVE_INFINITY;

const rows = new Map<string, ListedPrice[]>();
for (const row of (data.prices as readonly ListedPrice[]).toSorted(compareRows)) {
  const key = `${row.system} ${row.model}`;
  rows.set(key, [...(rows.get(key) ?? []), row]);
}

function listOf({ lists }: Service, model: string): { list: string; own: readonly ListedPrice[] } | null {
  for (const list of lists) {
    const own = rows.get(`${list} ${model}`);
    if (own) return { list, own };
  }
  return null;
}

/** Names of the models whose prices a service's lists hold, in their order. */
export function listModelsOf({ lists }: Service): readonly string[] {
  const names = (data.prices as readonly ListedPrice[]).flatMap(({ system, model }) =>
    lists.includes(system) ? [model] : [],
  );
  return [...new Set(names)];
}

/** Null where the service's lists do not have the model. */
export function findListedModel(service: Service, model: string): ListedModel | null {
  const listed = listOf(service, model);
  const [first] = listed?.own ?? [];
  if (!listed || !first) return null;
  const family = Object.entries(service.familyMinimums ?? {}).find(([start]) => model.startsWith(start));
  const minimum = ownField(service.minimums, model) ?? first.minTokens;
  return {
    model,
    list: listed.list,
    minimum: minimum ?? family?.[1] ?? null,
    isMinimumAssumed: minimum === null && family !== undefined,
    isBandOpen: listed.own.some(({ tier }) => tier?.wholeRequest === null),
    hasLongWrite: listed.own.some(({ writeLong }) => writeLong !== null),
    hasWriteFee: first.writeFee,
    evidence: first.evidence,
    source: first.source,
    asOf: first.asOf,
  };
}

const perMillion = (amount: number | null, factor = 1): Rate => ({
  amount: amount === null ? null : amount * factor,
  per: "Mtok",
});

/** The rates of a row; what it does not have is absent. */
function ratesOf(row: ListedPrice, { write, writeLong }: Service, side: "low" | "high"): Band["rates"] {
  const factors = side === "high" ? row.band : undefined;
  const { inputFactor = 1, cacheFactor = 1, outputFactor = 1 } = factors ?? {};
  const rates: Partial<Record<LineKind, Rate>> = {
    input: perMillion(row.input, inputFactor),
    read: perMillion(row.read, cacheFactor),
    output: perMillion(row.output, outputFactor),
    create: perMillion(row.createFeePerM ?? row.input),
  };
  if (write !== undefined) rates[writeKind(write)] = perMillion(row.write, cacheFactor);
  if (writeLong !== undefined) rates[writeKind(writeLong)] = perMillion(row.writeLong, cacheFactor);
  if (row.storagePerMMinute !== undefined) {
    rates.storage = { amount: row.storagePerMMinute, per: "Mtok-minute" };
  } else if (row.storagePerMHour !== undefined) {
    rates.storage = { amount: row.storagePerMHour, per: "Mtok-hour" };
  }
  if (row.perHitCall !== undefined) rates.call = { amount: row.perHitCall, per: "call" };
  return rates;
}

function bandsOf(row: ListedPrice, service: Service): Band[] {
  const { currency, effectiveFrom, effectiveTo } = row;
  const common = {
    currency,
    ...(effectiveFrom ? { from: effectiveFrom.slice(0, 10) } : {}),
    ...(effectiveTo ? { until: effectiveTo.slice(0, 10) } : {}),
    ...(row.timeBand ? { hours: row.timeBand } : {}),
  };
  const limit = row.band ?? (row.tier?.side === "low" ? row.tier : undefined);
  const rates = ratesOf(row, service, "low");
  if (!limit) return [{ ...common, upTo: null, rates }];
  const low: Band = { ...common, upTo: limit.limit, inclusive: !limit.limitInclusiveHigh, rates };
  return row.band ? [low, { ...common, upTo: null, rates: ratesOf(row, service, "high") }] : [low];
}

/**
 * What a model costs at a service, for every day and size; no bands where its lists do not have it. A band re-prices the
 * whole request (assumption `band-of-whole-request`).
 * @param atPeak the hours whose prices count where they depend on the time of day (assumption `deepseek-off-peak`)
 */
export function findTariff(service: Service, model: string, atPeak = false): Tariff {
  const hours = atPeak ? "peak" : "off-peak";
  const own = listOf(service, model)?.own ?? [];
  return {
    bands: own.filter(({ timeBand = hours }) => timeBand === hours).flatMap((row) => bandsOf(row, service)),
  };
}

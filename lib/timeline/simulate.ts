/** Plays requests over time against the cache: the ledger, the entries' lives, and the totals. */

import { billRequest, nameKinds } from "../bill/bill";
import type { LedgerRow, Reason } from "../bill/ledger";
import { addTotals, type Totals } from "../bill/totals";
import type { PriceOverride, Region } from "../offers/model";
import { findOffer } from "../offers/model-studio-offer";
import { findBand, type LineKind, type Offer, outputKind, scaleTariff } from "../offers/offer";
import type { ObservedReadings, Readings } from "../offers/readings";
import { regionName } from "../offers/regions";
import type { ImplicitReads } from "../systems/implicit-reads";
import type { EntryLife } from "../systems/kernels/entry";
import type { ModelStudioPlay } from "../systems/model-studio";
import type { CacheSystem, Played } from "../systems/system";
import { findSystem } from "../systems/systems";
import { append } from "../values/long-lists";
import { type Said, tell } from "../words/message";
import { explainRequest } from "./reasons";
import type { TimedRequest } from "./timed-request";

export type { Totals } from "../bill/totals";
export type { EntryLife } from "../systems/kernels/entry";
export type { TimedRequest } from "./timed-request";

/** Everything a simulation of Model Studio depends on besides the requests. */
export interface SimulationOptions {
  /** Whose prices count. */
  readonly region: Region;
  /** What a request without markers reads. */
  readonly implicit: ImplicitReads;
  /** Id of the system that serves all requests; absent = each request's markers and model decide. */
  readonly system?: string;
  /** False leaves every row's `reasons` empty and spares the work for them; absent = true. */
  readonly explain?: boolean;
  /** Prices that win over the table. */
  readonly prices?: readonly PriceOverride[];
  /** The day that is played, as `2026-11-21`, where rules depend on it; absent = the day of the rules. */
  readonly on?: string;
  /** True where the region is only the one that is preselected: prices are its own, but no cache is denied for its sake. */
  readonly isRegionAssumed?: boolean;
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
  /** The same, as it was observed of each model; `readings` win. */
  readonly observed?: ObservedReadings;
}

export interface SimulationInput extends SimulationOptions {
  readonly requests: readonly TimedRequest[];
}

export interface Simulation {
  /** In the order given. */
  readonly turns: readonly LedgerRow[];
  /** In order of writing. */
  readonly entries: readonly EntryLife[];
  readonly totals: Totals;
}

/** A simulation under way: what each step leaves is there for the next. */
export interface Play {
  /** In order of writing. */
  readonly entries: readonly EntryLife[];
  /**
   * Plays one more request; they come in the order of their start.
   * @param index its number, for the reports
   */
  step(request: TimedRequest, index: number): LedgerRow;
  /** Plays a request as if it came next, and leaves no trace of it. */
  peek(request: TimedRequest, index: number): LedgerRow;
}

/** One model of a play: what is bought, by which rules it is cached, and what the cache holds. */
interface Cached {
  readonly offer: Offer;
  readonly system: CacheSystem;
  readonly state: unknown;
  /** The latest request with breakpoints; null = none. */
  latest: number | null;
}

function sayUnknown(kinds: readonly LineKind[], { model, place }: Offer, prompt: number): Reason[] {
  if (kinds.length === 0) return [];
  const facts = { kinds: nameKinds(kinds), place: regionName(place as Region), tokens: prompt };
  const message = model
    ? tell("bill.noPriceOfModel", { ...facts, model })
    : tell("bill.noPriceWithoutModel", facts);
  return [{ code: "price_unknown", message }];
}

const UNEXPLAINED: readonly Reason[] = [];

/** A request that is refused has no tokens that were read, written or paid for. */
function enterRefused(message: Said, { system, layout }: Played, { tariff }: Offer): LedgerRow {
  const bill = billRequest([], findBand(tariff, layout.prompt));
  return {
    prompt: 0,
    read: 0,
    written: 0,
    uncached: 0,
    completion: 0,
    cost: bill.cost,
    costWithoutCache: bill.costWithoutCache,
    lines: bill.lines,
    currency: findBand(tariff, layout.prompt)?.currency ?? null,
    system,
    life: 0,
    reasons: [{ code: "failed", message }],
  };
}

/**
 * The row of a request that was played.
 * @param explain gives its reasons; null = none are asked for
 */
function enterRow(
  { completion, layout }: TimedRequest,
  played: Played,
  offer: Offer,
  explain: (() => readonly Reason[]) | null,
): LedgerRow {
  const { read, written, lines, life, system, refused } = played;
  if (refused !== undefined) return enterRefused(refused, played, offer);
  const { prompt, thinking = null } = layout;
  const uncached = prompt - read - written;
  const band = findBand(offer.tariff, prompt);
  const bill = billRequest(
    [...lines, { kind: "input", tokens: uncached }, { kind: outputKind(band, thinking), tokens: completion }],
    band,
  );
  return {
    prompt,
    read,
    written,
    uncached,
    completion,
    cost: bill.cost,
    costWithoutCache: bill.costWithoutCache,
    lines: bill.lines,
    currency: band?.currency ?? null,
    system,
    life,
    reasons: explain ? [...explain(), ...sayUnknown(bill.unknown, offer, prompt)] : UNEXPLAINED,
  };
}

/**
 * An empty cache for each model. A step costs what changed since the requests before and the entries that live, not
 * the history.
 * @param offerOf what a model's name buys, of the system that the request names
 */
export function openPlay(offerOf: (model: string, system?: string) => Offer, explain: boolean): Play {
  const models = new Map<string, Cached>();
  const entries: EntryLife[] = [];
  /** The requests with the breakpoints that their systems saw, by their numbers. */
  const seen: TimedRequest[] = [];
  let latest: number | null = null;

  function cachedOf({ layout: { model }, system: own, holder }: TimedRequest): Cached {
    // Caches of different systems, and of those who share no entries, have nothing in common.
    const name = [model, own ?? "", holder ?? ""].join("\0");
    let cached = models.get(name);
    if (!cached) {
      const offer = offerOf(model, own);
      const system = findSystem(offer.system);
      if (!system)
        throw new Error(`The offer ${offer.id} names no cache system that is known: ${offer.system}.`);
      cached = { offer, system, state: system.open(), latest: null };
      models.set(name, cached);
    }
    return cached;
  }

  function play(given: TimedRequest, index: number, { offer, system, state, latest: ofModel }: Cached) {
    const { at, duration, layout, counter, ttl, automatic } = given;
    const played = system.step(state, {
      index,
      at,
      duration,
      layout,
      rules: offer.rules,
      explain,
      counter,
      ttl,
      automatic,
    });
    const request = played.layout === layout ? given : { ...given, layout: played.layout };
    const past = { requests: seen, latest, latestOfModel: ofModel };
    const giveReasons = explain ? () => explainRequest(request, played, past) : null;
    return { request, created: played.created, row: enterRow(request, played, offer, giveReasons) };
  }

  return {
    entries,
    step(given, index) {
      const cached = cachedOf(given);
      const { request, created, row } = play(given, index, cached);
      seen[index] = request;
      append(entries, created);
      const { breakpoints, refused } = request.layout;
      if (breakpoints.length > 0 && refused === undefined) {
        latest = index;
        cached.latest = index;
      }
      return row;
    },
    peek(given, index) {
      const cached = cachedOf(given);
      return play(given, index, { ...cached, state: structuredClone(cached.state) }).row;
    },
  };
}

/** Indices in the order the requests start; those that start together keep the order given. */
export const inOrderOfStart = (requests: readonly Pick<TimedRequest, "at">[]): number[] =>
  requests.map((_, index) => index).sort((a, b) => (requests[a]?.at ?? 0) - (requests[b]?.at ?? 0));

/** What a model's name buys in the region, played as the options say. */
export function offersOf({ region, implicit, system, ...options }: SimulationOptions) {
  return (model: string, own = system): Offer<ModelStudioPlay> => {
    const offer = findOffer(model, region, options);
    const share = own ? findSystem(own)?.priceShare : undefined;
    return {
      ...offer,
      system: own ?? offer.system,
      ...(share === undefined ? {} : { tariff: scaleTariff(offer.tariff, share) }),
      rules: { ...offer.rules, implicit },
    };
  };
}

/** Plays the requests in order of their start; entries belong to one account. */
export function simulate({ requests, explain = true, ...options }: SimulationInput): Simulation {
  const play = openPlay(offersOf(options), explain);
  const turns = new Array<LedgerRow>(requests.length);
  for (const index of inOrderOfStart(requests)) {
    const request = requests[index];
    if (request) turns[index] = play.step(request, index);
  }
  return { turns, entries: play.entries, totals: addTotals(turns) };
}

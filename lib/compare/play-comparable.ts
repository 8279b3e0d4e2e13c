/** Plays one comparable system and bills every turn by its price list. */
import { type Bill, billRequest, nameKinds } from "../bill/bill";
import { billObject } from "../bill/bill-object";
import type { Reason } from "../bill/ledger";
import { findHostTariff } from "../offers/host-tariff";
import { findListedModel, findService, findTariff, type ListedModel } from "../offers/listed-prices";
import { CURRENCIES, type Currency, findBand, type Tariff, type TokenLine, writeKind } from "../offers/offer";
import type {
  ComparableRequest,
  ComparableSystem,
  PlayedRequest,
  SystemOptions,
} from "../systems/comparable";
import type { EntryLife } from "../systems/kernels/entry";
import { append } from "../values/long-lists";
import { tell } from "../words/message";
import type { AskedSystem, PlayedTurn, PricedPlay } from "./compared-system";
import type { Reading } from "./reading";

/** What all systems of a comparison are played on. */
export interface PlayTerms {
  /** The day whose prices count. */
  readonly on: string;
  readonly explain: boolean;
}

const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** Null = it costs nothing that anybody lists. */
function tariffOf({ id, family }: ComparableSystem, asked: AskedSystem): Tariff | null {
  if (family === "engine") return null;
  const { options, model } = asked;
  if (id === "host") {
    const { input, output, readMultiplier, currency } = options;
    return findHostTariff({
      input: numberOf(input),
      output: numberOf(output),
      readMultiplier: numberOf(readMultiplier),
      currency: CURRENCIES.find((each) => each === currency) ?? "USD",
    });
  }
  const service = findService(id);
  return service && model !== null ? findTariff(service, model, options.peak === true) : { bands: [] };
}

/** Of every row of the model, so that it is known on days without a price too. */
function currencyOf(tariff: Tariff | null): Currency | null {
  const currencies = new Set(tariff?.bands.map(({ currency }) => currency));
  const [only = null] = currencies;
  return currencies.size === 1 ? only : null;
}

function linesOf(played: PlayedRequest, uncached: number, completion: number): TokenLine[] {
  return [
    { kind: "read", tokens: played.read },
    ...played.written.map(({ life, tokens }): TokenLine => ({ kind: writeKind(life), tokens })),
    { kind: "input", tokens: uncached },
    { kind: "output", tokens: completion },
    ...(played.usesObject ? [{ kind: "call", tokens: 1 } as const] : []),
  ];
}

function sayUnknown({ unknown }: Bill, prompt: number): Reason[] {
  if (unknown.length === 0) return [];
  const message = tell("compare.noPrice", { kinds: nameKinds(unknown), prompt });
  return [{ code: "price_unknown", message }];
}

interface Priced {
  readonly system: string;
  readonly tariff: Tariff | null;
  readonly terms: PlayTerms;
  readonly currency: Currency | null;
}

const REFUSED = { read: 0, written: 0, uncached: 0, completion: 0 } as const;

function enterTurn(
  request: ComparableRequest,
  played: PlayedRequest,
  { system, tariff, terms, currency }: Priced,
): PlayedTurn {
  const { prompt, completion } = request;
  if (played.refused !== undefined) {
    const cost = tariff === null ? null : 0;
    const { refused } = played;
    const reasons: Reason[] = terms.explain ? [...played.facts] : [];
    const turn = { prompt, ...REFUSED, cost, costWithoutCache: cost, refused, reasons };
    return { turn, currency, system, lines: [] };
  }
  const { read, life, created, facts, boundaries, prefixLife } = played;
  const written = played.written.reduce((sum, { tokens }) => sum + tokens, 0);
  const uncached = prompt - read - written;
  const bill = tariff
    ? billRequest(linesOf(played, uncached, completion), findBand(tariff, prompt, terms.on))
    : null;
  const reasons = terms.explain ? [...facts, ...(bill ? sayUnknown(bill, prompt) : [])] : [];
  return {
    turn: {
      prompt,
      read,
      written,
      uncached,
      completion,
      cost: bill?.cost ?? null,
      costWithoutCache: bill?.costWithoutCache ?? null,
      ...(life === undefined ? {} : { life }),
      reasons,
    },
    currency,
    system,
    // Without a price there is a bill too: it says which tokens it would be for.
    lines: bill?.lines ?? billRequest(linesOf(played, uncached, completion), null).lines,
    ...(boundaries ? { boundaries } : {}),
    ...(prefixLife === undefined ? {} : { prefixLife }),
    ...(created && tariff
      ? {
          created: {
            ...created,
            ...billObject(created.tokens, created.expiresAt - created.createdAt, tariff, terms.on),
          },
        }
      : {}),
  };
}

/** What is assumed of counts, prices and chance, besides what the system itself assumes. */
function listAssumptions(
  model: ListedModel | null,
  { probability }: SystemOptions,
  reading: Reading,
): string[] {
  return [
    ...reading.assumptions,
    ...(model?.isMinimumAssumed ? ["unlisted-minimum"] : []),
    ...(model?.isBandOpen ? ["band-of-whole-request"] : []),
    ...(typeof probability === "number" && probability < 1 ? ["implicit-reads-drawn-apart"] : []),
  ];
}

const isRented = (system: ComparableSystem, options: SystemOptions): boolean =>
  system.kindOf(options) === "rented";

/** @param reading the requests as they are counted for the system; a step takes its own from it */
export function playComparable(
  system: ComparableSystem,
  asked: AskedSystem,
  terms: PlayTerms,
  reading: Reading,
): PricedPlay {
  const { options, model: name } = asked;
  const service = findService(system.id);
  const model = service && name !== null ? findListedModel(service, name) : null;
  const play = system.open(model, options);
  const tariff = tariffOf(system, asked);
  const currency = currencyOf(tariff);
  const entries: EntryLife[] = [];
  return {
    currency,
    ...reading.basis,
    keepsObjects: isRented(system, options),
    assumptions: [...system.assumptionsOf(model, options), ...listAssumptions(model, options, reading)],
    step({ index }) {
      const request = reading.requests[index];
      if (!request) throw new Error(`No request ${index} has been given.`);
      const played = play.step(request, terms.explain);
      if (played.entries) append(entries, played.entries);
      return enterTurn(request, played, { system: system.id, tariff, terms, currency });
    },
    listEntries: () => entries,
  };
}

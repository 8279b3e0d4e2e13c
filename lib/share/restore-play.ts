/** Turns anything decoded from a link into valid play settings, within bounds. */

import { CHANGES, type ChangingText } from "../changing/changing-text";
import { VOLATILE_KINDS } from "../changing/volatile-patterns";
import type { PriceOverride } from "../offers/model";
import { CURRENCIES } from "../offers/offer";
import { PRICE_CELLS } from "../offers/price-cells";
import { restoreReadings } from "../offers/readings";
import { REGIONS } from "../offers/regions";
import type { PlaySettings } from "../placement/play-settings";
import { restorePlacement } from "../placement/restore-placement";
import type { ImplicitReads } from "../systems/implicit-reads";
import { HOST_POLICIES, OWN_HOST_LIMITS, type OwnHost } from "../systems/own-host";
import { listSystems } from "../systems/systems";
import { fieldsOf, isObject, listOf } from "../values/json";

const MAX_OVERRIDES = 50;
const MAX_MODEL_LENGTH = 200;
/** Per million tokens: no model costs as much. */
const MAX_PRICE = 1_000_000;
const MAX_TOKENS = 1_000_000_000;
const isBetween = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && value >= least && value <= most;

function restoreImplicit(value: unknown): ImplicitReads | null {
  if (value === "always") return value;
  if (!isObject(value)) return null;
  const { probability, seed } = value;
  return isBetween(probability, 0, 1) && Number.isSafeInteger(seed)
    ? { probability, seed: seed as number }
    : null;
}

function restoreOverride(value: unknown): PriceOverride | null {
  if (!isObject(value)) return null;
  const { model, region, currency, maxInputTokens } = value;
  const known = REGIONS.find(({ id }) => id === region);
  if (typeof model !== "string" || model === "" || model.length > MAX_MODEL_LENGTH || !known) return null;
  const cells = PRICE_CELLS.filter((cell) => isBetween(value[cell], 0, MAX_PRICE));
  if (cells.length === 0) return null;
  return {
    model,
    region: known.id,
    ...(currency === "USD" || currency === "CNY" ? { currency } : {}),
    ...(maxInputTokens === null || isBetween(maxInputTokens, 1, MAX_TOKENS) ? { maxInputTokens } : {}),
    ...Object.fromEntries(cells.map((cell) => [cell, value[cell] as number])),
  };
}

/** The price rows among anything decoded; empty where it holds none. */
export const restorePrices = (value: unknown): readonly PriceOverride[] =>
  Array.isArray(value)
    ? value
        .slice(0, MAX_OVERRIDES)
        .map(restoreOverride)
        .filter((override) => override !== null)
    : [];

const isMenuSystem = (value: unknown): value is string =>
  listSystems().some(({ id, menu }, order) => order > 0 && menu !== null && id === value);

const MAX_CHANGING = 200;
const MAX_WORDS = 4_000;

/** What makes no sense is left out. */
const restoreChanging = (value: unknown): readonly ChangingText[] =>
  listOf(value)
    .slice(0, MAX_CHANGING)
    .flatMap((each) => {
      const { words, change, kind } = fieldsOf(each) ?? {};
      const known = CHANGES.find((one) => one === change);
      const isSound = typeof words === "string" && words !== "" && words.length <= MAX_WORDS;
      const own = VOLATILE_KINDS.find((one) => one === kind);
      return known && isSound ? [{ words, change: known, ...(own ? { kind: own } : {}) }] : [];
    });

const MAX_COMPARED = 100;
const ROW_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Rows and models that are not known here are kept: they choose nothing. */
function restoreComparedModels(value: unknown): Readonly<Record<string, string>> {
  const chosen = Object.entries(fieldsOf(value) ?? {}).filter(
    (entry): entry is [string, string] =>
      ROW_ID.test(entry[0]) &&
      typeof entry[1] === "string" &&
      entry[1] !== "" &&
      entry[1].length <= MAX_MODEL_LENGTH,
  );
  return Object.fromEntries(chosen.slice(0, MAX_COMPARED));
}

const WHOLE = ["step", "minimum", "replicas"] as const;
const AMOUNTS = ["input", "output", "readMultiplier"] as const;

/** A host with any figure out of bounds would be another host: then there is none. */
function restoreOwnHost(value: unknown): OwnHost | null {
  const { currency, policy, ...figures } = fieldsOf(value) ?? {};
  const known = HOST_POLICIES.find((each) => each === policy);
  const fits = (name: keyof typeof OWN_HOST_LIMITS) =>
    isBetween(figures[name], OWN_HOST_LIMITS[name].min, OWN_HOST_LIMITS[name].max);
  const isSound =
    [...WHOLE, ...AMOUNTS].every(fits) &&
    WHOLE.every((name) => Number.isSafeInteger(figures[name])) &&
    (figures.life === null || fits("life"));
  const paid = CURRENCIES.find((each) => each === currency);
  if (!isSound || !known || !paid) return null;
  const { input, output, readMultiplier, step, minimum, life, replicas } = figures as Omit<
    OwnHost,
    "currency" | "policy"
  >;
  return { input, output, readMultiplier, currency: paid, step, minimum, life, replicas, policy: known };
}

/** Fields that make no sense are left out: what is absent is as the service does it. Never throws. */
export function restorePlay(value: unknown): PlaySettings {
  if (!isObject(value)) return {};
  const placement = restorePlacement(value.placement);
  const implicit = restoreImplicit(value.implicit);
  const prices = restorePrices(value.prices);
  const readings = restoreReadings(value.readings);
  const changing = restoreChanging(value.changing);
  const comparedModels = restoreComparedModels(value.comparedModels);
  const ownHost = restoreOwnHost(value.ownHost);
  return {
    ...(placement && placement.kind !== "as-drawn" ? { placement } : {}),
    ...(isMenuSystem(value.system) ? { system: value.system } : {}),
    ...(implicit ? { implicit } : {}),
    ...(value.ttl === 300 || value.ttl === 3600 ? { ttl: value.ttl } : {}),
    ...(value.automatic === true ? { automatic: true } : {}),
    ...(prices.length > 0 ? { prices } : {}),
    ...(Object.keys(readings).length > 0 ? { readings } : {}),
    ...(changing.length > 0 ? { changing } : {}),
    ...(Object.keys(comparedModels).length > 0 ? { comparedModels } : {}),
    ...(ownHost ? { ownHost } : {}),
    ...(typeof value.played === "string" && ROW_ID.test(value.played) ? { played: value.played } : {}),
  };
}

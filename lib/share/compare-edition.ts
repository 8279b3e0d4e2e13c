/** Tells whether a layout was made with other rules and prices than today's, and what differs. */
import { findModel, minimumImplicitOf, RULES_AS_OF } from "../offers/catalogue";
import type { Price, PriceCell, PriceOverride } from "../offers/model";
import { PRICE_CELLS } from "../offers/price-cells";
import { listPrices } from "../offers/prices";
import type { PlaySettings } from "../placement/play-settings";
import { formatNumber } from "../values/figures";
import { type Message, type Said, tell } from "../words/message";
import { listLayoutModels } from "./note-edition";
import type { SharedLayout } from "./shared-layout";

/** How an earlier edition is played, and how it differs from today's. */
export interface Edition {
  /** To be played with: the day of the rules, and prices of lower rank than the user's own. */
  readonly play: Pick<PlaySettings, "rulesOn" | "seenPrices">;
  /** In a few words each, e.g. `qwen3.7-max: read 0.25 then, 0.30 now`; empty where the figures agree. */
  readonly differences: readonly Message[];
}

const cellNames: Readonly<Record<PriceCell, Message>> = {
  input: tell("share.cellInput"),
  output: tell("share.cellOutput"),
  outputThinking: tell("share.cellOutputThinking"),
  implicitRead: tell("share.cellImplicitRead"),
  create5m: tell("share.cellCreate5m"),
  create1h: tell("share.cellCreate1h"),
  read: tell("share.cellRead"),
};

const endOf = ({ maxInputTokens }: { readonly maxInputTokens?: number | null }): number =>
  maxInputTokens ?? Number.POSITIVE_INFINITY;

/** Two decimals at least, so that amounts of money look like it. */
const writePrice = (amount: number): string =>
  Number(amount.toFixed(2)) === amount ? amount.toFixed(2) : String(Number(amount.toFixed(6)));

/** e.g. `qwen-plus up to 32,000 tokens`; the model alone where it has one tier. */
const nameTier = (model: string, end: number, tiers: number): Said =>
  tiers < 2 || !Number.isFinite(end) ? model : tell("share.modelTier", { model, end: formatNumber(end) });

function comparePrices(seen: readonly PriceOverride[]): Message[] {
  return seen.flatMap((then) => {
    const tiers = listPrices(then.model, then.region);
    const now: Price | undefined = tiers.find((tier) => endOf(tier) >= endOf(then));
    const model = nameTier(then.model, endOf(then), tiers.length);
    if (!now) return [tell("share.noPriceNow", { model })];
    if (then.currency !== undefined && then.currency !== now.currency) {
      return [tell("share.currencyChanged", { model, before: then.currency, after: now.currency })];
    }
    const changed = PRICE_CELLS.flatMap((cell) => {
      const before = then[cell];
      const after = now[cell];
      if (before === undefined || before === after) return [];
      const told = { cell: cellNames[cell], before: writePrice(before) };
      return typeof after === "number"
        ? [tell("share.cellChanged", { ...told, after: writePrice(after) })]
        : [tell("share.cellUnknownNow", told)];
    });
    const [first, ...rest] = changed;
    if (!first) return [];
    const changes = rest.reduce(
      (before, next) => tell("share.andThen", { first: before, second: next }),
      first,
    );
    return [tell("share.pricesChanged", { model, changes })];
  });
}

/** The one rule of the simulation that has depended on the day. */
function compareRules(models: readonly string[], day: string): Message[] {
  return models.flatMap((name) => {
    const model = findModel(name);
    const then = minimumImplicitOf(model, day);
    const now = minimumImplicitOf(model);
    return then === now
      ? []
      : [
          tell("share.implicitMinimumChanged", {
            model: name,
            before: String(then),
            after: formatNumber(now),
          }),
        ];
  });
}

/** Tiers that the table has gained since are given the amounts that held for them. */
function spreadTiers(seen: readonly PriceOverride[]): readonly PriceOverride[] {
  const known = new Map<string, PriceOverride[]>();
  for (const row of seen) {
    const key = `${row.region} ${row.model}`;
    known.set(key, [...(known.get(key) ?? []), row]);
  }
  const added = [...known.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const ends = new Set(rows.map(endOf));
    return listPrices(first.model, first.region)
      .filter((tier) => !ends.has(endOf(tier)))
      .flatMap(({ maxInputTokens }) => {
        const held = rows.find((row) => endOf(row) >= endOf({ maxInputTokens }));
        return held ? [{ ...held, maxInputTokens }] : [];
      });
  });
  return [...seen, ...added];
}

/** What differs between an edition and today's rules and prices, in a few words each. */
export const listDifferences = (
  { rulesOn, seenPrices = [] }: Edition["play"],
  models: readonly string[],
): readonly Message[] => [
  ...(rulesOn === undefined ? [] : compareRules(models, rulesOn)),
  ...comparePrices(seenPrices),
];

/**
 * The edition a layout was made with; null where it is today's, or the layout does not say. A day later than today's
 * rules is of a newer page and cannot be played.
 */
export function findEdition(layout: SharedLayout): Edition | null {
  const { rulesAsOf, seenPrices = [] } = layout;
  const changed = comparePrices(seenPrices);
  const isOlder = rulesAsOf !== "" && rulesAsOf < RULES_AS_OF;
  if (!isOlder && changed.length === 0) return null;
  const play = {
    ...(isOlder ? { rulesOn: rulesAsOf } : {}),
    ...(seenPrices.length > 0 ? { seenPrices: spreadTiers(seenPrices) } : {}),
  };
  return { play, differences: listDifferences(play, listLayoutModels(layout)) };
}

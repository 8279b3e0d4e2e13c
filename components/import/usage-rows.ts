/** What the table of a usage alone shows: tokens, what they cost by the price table, and what they say in words. */

import type { DecodedUsage } from "../../lib/answers/decode-usage";
import type { UsageDialect } from "../../lib/answers/endpoint-usage";
import { billRequest } from "../../lib/bill/bill";
import type { ImportedUsage } from "../../lib/import/imported";
import { findModel, thinkingOf } from "../../lib/offers/catalogue";
import type { Region } from "../../lib/offers/model";
import { findOffer } from "../../lib/offers/model-studio-offer";
import { findBand, outputKind, scaleTariff } from "../../lib/offers/offer";
import { findPrice } from "../../lib/offers/prices";
import { REGIONS, regionName } from "../../lib/offers/regions";
import { type BilledBy, billUsage } from "../../lib/run/bill-usage";
import { modelStudioBatch } from "../../lib/systems/model-studio-batch";
import { formatMoney } from "../../lib/values/figures";
import { type Message, type Said, tell } from "../../lib/words/message";

export type TokenKind = "read" | "written" | "uncached" | "prompt" | "completion";

export interface UsageRow {
  readonly place: Said;
  readonly conversation: string | null;
  /** As the source names it; null where it does not. */
  readonly model: string | null;
  /** Whose prices the cost is at; null where no model is known. */
  readonly pricedAs: string | null;
  /** Null where the source tells none. */
  readonly usage: DecodedUsage | null;
  /** Null where a price it needs is unknown. */
  readonly cost: number | null;
  /** The cost if the other cache served it, where the usage does not say which; null where it does, or is as dear. */
  readonly otherCost: number | null;
  readonly currency: "USD" | "CNY";
  /** Sentences, the identity first. */
  readonly words: readonly Said[];
}

export interface UsageSums {
  readonly tokens: Readonly<Record<TokenKind, number>>;
  /** Null where a cost is unknown, or is in another currency. */
  readonly cost: number | null;
  /** With every cost that may be another; null where none may. */
  readonly otherCost: number | null;
  readonly currency: "USD" | "CNY";
}

/** Of a total it is not known how long each request was: where the price depends on that, so is the cost. */
function hasOnePrice({ requests = 1, usage }: ImportedUsage, model: string, region: Region): boolean {
  if (requests < 2 || !usage) return true;
  const [least, most] = [1, usage.prompt].map((prompt) => JSON.stringify(findPrice(model, region, prompt)));
  return least === most;
}

const DIALECTS: Readonly<Record<UsageDialect, Message>> = {
  openai: tell("importing.dialectOpenai"),
  dashscope: tell("importing.dialectDashscope"),
  anthropic: tell("importing.dialectAnthropic"),
  responses: tell("importing.dialectResponses"),
};

/** Whose fields they are, in words; null where there are none. */
export function describeDialects(dialects: readonly UsageDialect[]): Message | null {
  const [first, ...others] = [...new Set(dialects)].map((dialect) => DIALECTS[dialect]);
  return first
    ? others.reduce((before, next) => tell("importing.andOf", { first: before, second: next }), first)
    : null;
}

const currencyOf = (region: Region): "USD" | "CNY" =>
  REGIONS.find(({ id }) => id === region)?.currency ?? "USD";

const BATCH = tell("importing.batchPrice");

interface Costs {
  readonly cost: number | null;
  readonly otherCost: number | null;
}

/** A batch has half the price and no discount for what a cache held. */
function priceBatch({ prompt, completion }: DecodedUsage, model: string, region: Region): Costs {
  const { tariff } = findOffer(model, region);
  const band = findBand(scaleTariff(tariff, modelStudioBatch.priceShare ?? 1), prompt);
  const kind = outputKind(band, thinkingOf(findModel(model), null));
  const lines = [
    { kind: "input", tokens: prompt },
    { kind, tokens: completion },
  ] as const;
  return { cost: billRequest(lines, band).cost, otherCost: null };
}

/** What it costs, and what it may cost as well: explicit and implicit reads come in one field at two prices. */
function priceUsage(usage: DecodedUsage, model: string, region: Region): Costs {
  const thinking = thinkingOf(findModel(model), null);
  const priceAs = (readAs: BilledBy["readAs"]) =>
    billUsage(usage, { model, readAs, life: 0, thinking }, { region }).cost;
  const cost = priceAs("read");
  if (usage.kind !== null || usage.read === 0) return { cost, otherCost: null };
  const implicit = priceAs("read:implicit");
  return { cost: cost ?? implicit, otherCost: cost === null || implicit === cost ? null : implicit };
}

function explainCost(row: Omit<UsageRow, "words">, region: Region): Message[] {
  const { usage, model, pricedAs, cost, otherCost, currency } = row;
  if (pricedAs === null) return [tell("importing.noModelNoPrice")];
  if (cost === null) return [tell("importing.noPriceOf", { model: pricedAs, region: regionName(region) })];
  return [
    ...(model === null ? [tell("importing.noModelPagePrice", { model: pricedAs })] : []),
    ...(otherCost !== null
      ? [
          tell("importing.eitherCache", {
            explicit: formatMoney(cost, currency),
            implicit: formatMoney(otherCost, currency),
          }),
        ]
      : []),
    ...(usage?.readKnown === false || usage?.writtenKnown === false
      ? [tell(usage.readKnown === false ? "importing.untoldRead" : "importing.untoldWritten")]
      : []),
  ];
}

/** @param fallback the page's model, where a usage names none; null = unknown */
function readRow(imported: ImportedUsage, fallback: string | null, region: Region): UsageRow {
  const { place, conversation, model, usage } = imported;
  const pricedAs = model ?? fallback;
  const price = usage && pricedAs ? findPrice(pricedAs, region, usage.prompt) : null;
  const nothing: Costs = { cost: null, otherCost: null };
  const priceAs = imported.isBatch ? priceBatch : priceUsage;
  const isPriced = pricedAs !== null && hasOnePrice(imported, pricedAs, region);
  const costs = usage && price && isPriced ? priceAs(usage, pricedAs, region) : nothing;
  const currency = price?.currency ?? currencyOf(region);
  const row = { place, conversation, model, pricedAs, usage, currency, ...costs };
  if (!usage) return { ...row, words: [tell("importing.requestNoUsage")] };
  return {
    ...row,
    words: [
      usage.identity,
      ...(imported.isBatch ? [BATCH] : usage.zeros ? [usage.zeros] : []),
      ...(pricedAs !== null && !isPriced
        ? [tell("importing.totalNoPrice", { model: pricedAs })]
        : explainCost(row, region)),
    ],
  };
}

/** One row for each usage, in order. */
export const listUsageRows = (
  usages: readonly ImportedUsage[],
  model: string | null,
  region: Region,
): readonly UsageRow[] => usages.map((usage) => readRow(usage, model, region));

/** Sums over the rows that have a usage. */
export function sumUsageRows(rows: readonly UsageRow[]): UsageSums {
  const billed = rows.filter(({ usage }) => usage !== null);
  const sumOf = (kind: TokenKind): number => billed.reduce((sum, { usage }) => sum + (usage?.[kind] ?? 0), 0);
  const currency = billed[0]?.currency ?? "USD";
  const isKnown = billed.every((row) => row.cost !== null && row.currency === currency);
  return {
    tokens: {
      read: sumOf("read"),
      written: sumOf("written"),
      uncached: sumOf("uncached"),
      prompt: sumOf("prompt"),
      completion: sumOf("completion"),
    },
    cost: isKnown ? billed.reduce((sum, { cost }) => sum + (cost ?? 0), 0) : null,
    otherCost:
      isKnown && billed.some(({ otherCost }) => otherCost !== null)
        ? billed.reduce((sum, { cost, otherCost }) => sum + (otherCost ?? cost ?? 0), 0)
        : null,
    currency,
  };
}

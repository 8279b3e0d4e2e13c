/** What the table of a usage alone shows: tokens, what they cost by the price table, and what they say in words. */

import type { DecodedUsage, UsageDialect } from "../../lib/answers/decode-usage";
import type { ImportedUsage } from "../../lib/import/imported";
import { findModel, thinkingOf } from "../../lib/offers/catalogue";
import type { Region } from "../../lib/offers/model";
import { findPrice } from "../../lib/offers/prices";
import { REGIONS, regionName } from "../../lib/offers/regions";
import { billUsage } from "../../lib/run/bill-usage";

export type TokenKind = "read" | "written" | "uncached" | "prompt" | "completion";

export interface UsageRow {
  readonly place: string;
  readonly conversation: string | null;
  readonly model: string | null;
  /** Null where the source tells none. */
  readonly usage: DecodedUsage | null;
  /** Null where a price it needs is unknown. */
  readonly cost: number | null;
  readonly currency: "USD" | "CNY";
  /** Sentences, the identity first. */
  readonly words: readonly string[];
}

export interface UsageSums {
  readonly tokens: Readonly<Record<TokenKind, number>>;
  /** Null where a cost is unknown, or is in another currency. */
  readonly cost: number | null;
  readonly currency: "USD" | "CNY";
}

const DIALECTS: Readonly<Record<UsageDialect, string>> = {
  openai: "chat completions, where the prompt includes the cache",
  dashscope: "the native endpoint, where the input includes the cache",
  anthropic: "Anthropic messages, where input_tokens are the uncached rest",
  responses: "the Responses endpoint, where the input includes the cache",
};

/** Whose fields they are, in words. */
export const describeDialect = (dialect: UsageDialect): string => DIALECTS[dialect];

const currencyOf = (region: Region): "USD" | "CNY" =>
  REGIONS.find(({ id }) => id === region)?.currency ?? "USD";

/** @param model where a usage names none; null = unknown */
function readRow(imported: ImportedUsage, fallback: string | null, region: Region): UsageRow {
  const { place, conversation, usage } = imported;
  const model = imported.model ?? fallback;
  const price = usage && model ? findPrice(model, region, usage.prompt) : null;
  const row = { place, conversation, model, usage, currency: price?.currency ?? currencyOf(region) };
  if (!usage) return { ...row, cost: null, words: ["The source tells no usage for this request."] };
  const thinking = thinkingOf(model ? findModel(model) : null, null);
  // Where the fields do not say which cache it was, a billed read is taken to be one of the explicit cache.
  const cost =
    price && model ? billUsage(usage, { model, readAs: "read", life: 0, thinking }, { region }).cost : null;
  const words = [
    usage.identity,
    ...(usage.zeros ? [usage.zeros] : []),
    ...(cost === null
      ? [
          model
            ? `No price of ${model} in ${regionName(region)} is known for this request.`
            : "The source names no model, so its price is unknown.",
        ]
      : []),
    ...(usage.writtenKnown === false && cost !== null
      ? ["What was written is priced as uncached here, so the real cost may be higher."]
      : []),
  ];
  return { ...row, cost, words };
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
    currency,
  };
}

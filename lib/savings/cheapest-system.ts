/** The cheapest other cache system for a conversation, among those that are billed in the same currency. */
import type { Currency } from "../offers/offer";
import type { ComparisonReport, SystemRow } from "../pipeline/compare-report";
import { rankSystems } from "../pipeline/rank-systems";
import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";

export interface CheaperSystem {
  readonly ok: true;
  readonly row: SystemRow;
  /** Of the conversation there and as it is, in the currency. */
  readonly cost: number;
  readonly before: number;
  readonly currency: Currency;
  /** Other systems that answer all requests and have prices in this currency. */
  readonly among: number;
}

/** The reason, in one sentence, where none costs less. Prices in two currencies are not compared. */
export function findCheapestSystem({ rows }: Pick<ComparisonReport, "rows">): CheaperSystem | Failure {
  const yours = rows.find(({ isYours }) => isYours);
  const before = yours?.totals.cost ?? null;
  const currency = yours?.currency ?? null;
  if (before === null || currency === null) return fail(tell("savings.noOwnPrice"));
  const ranked = rankSystems(rows, { kinds: new Set(), order: "cost" })
    .find((group) => group.currency === currency && !group.isOwn)
    ?.rows.filter(({ againstCheapest }) => againstCheapest !== null);
  const row = ranked?.[0]?.row;
  const cost = row?.totals.cost ?? null;
  if (!ranked || !row || cost === null) return fail(tell("savings.noOtherPrice", { currency }));
  if (cost >= before)
    return fail(
      ranked.length === 1
        ? tell("savings.onlyOther", { currency })
        : tell("savings.noneCheaper", { count: ranked.length, currency }),
    );
  return { ok: true, row, cost, before, currency, among: ranked.length };
}

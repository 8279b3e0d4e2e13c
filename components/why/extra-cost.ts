/** What a miss cost more than a hit would have. */

import type { LedgerRow } from "../../lib/bill/ledger";
import type { Price } from "../../lib/offers/model";
import { fateOf } from "../../lib/timeline/fate";

export interface ExtraCost {
  /** Tokens that were not read though they had been cached. */
  readonly tokens: number;
  /** In the price's currency; null where a price it needs is unknown. */
  readonly money: number | null;
  /** True where the tokens are only about right: the texts differ. */
  readonly about: boolean;
}

/** Prices per million tokens that a miss and a hit are billed at. */
export interface MissPrices {
  readonly input: Price["input"];
  readonly create: number | null;
  readonly read: number | null;
}

/**
 * Against a hit of the same tokens, which would have been the next ones read. The text after an opening that changed
 * had been cached in other words: then as many tokens count as the request before had cached.
 * @param before ledger of the request it is compared with
 * @returns null where nothing was lost, or its size cannot be told
 */
export function findExtraCost(
  row: LedgerRow,
  before: Pick<LedgerRow, "read" | "written"> | null,
  prices: MissPrices | null,
): ExtraCost | null {
  const exact = Math.max(0, ...row.reasons.map(({ tokens }) => tokens ?? 0));
  const opening = row.reasons.some(({ code }) => code === "system_changed" || code === "tools_changed");
  const rough = opening && before && row.read === 0 ? Math.min(row.written, before.read + before.written) : 0;
  const tokens = exact > 0 ? exact : rough;
  if (tokens === 0) return null;
  const about = exact === 0;
  const { written, uncached } = fateOf(row.read, row.read + tokens, row);
  if (!prices || prices.read === null || (written > 0 && prices.create === null)) {
    return { tokens, money: null, about };
  }
  const paid = written * (prices.create ?? 0) + uncached * prices.input;
  return { tokens, money: (paid - tokens * prices.read) / 1e6, about };
}

/** What a miss cost more than a hit would have. */

import { ratesOf } from "../bill/bill";
import type { LedgerRow, ReasonCode } from "../bill/ledger";
import { fateOf } from "./fate";

export interface ExtraCost {
  /** Tokens that were not read though they had been cached. */
  readonly tokens: number;
  /** In the price's currency; null where a price it needs is unknown. */
  readonly money: number | null;
  /** True where the tokens are only about right: the texts differ. */
  readonly about: boolean;
}

/** Changes of the opening: the same tokens had been cached before it, in other words or for another model. */
const OPENINGS: ReadonlySet<ReasonCode> = new Set(["system_changed", "tools_changed", "model_changed"]);

/**
 * Against a hit of the same tokens, which would have been the next ones read. The text after an opening that changed
 * had been cached in other words: then as many tokens count as the request before had cached.
 * @param before ledger of the request it is compared with
 * @returns null where nothing was lost, or its size cannot be told
 */
export function findExtraCost(
  row: LedgerRow,
  before: Pick<LedgerRow, "read" | "written"> | null,
): ExtraCost | null {
  const exact = Math.max(0, ...row.reasons.map(({ tokens }) => tokens ?? 0));
  const opening = row.reasons.some(({ code }) => OPENINGS.has(code));
  const rough = opening && before && row.read === 0 ? Math.min(row.written, before.read + before.written) : 0;
  const tokens = exact > 0 ? exact : rough;
  if (tokens === 0) return null;
  const about = exact === 0;
  const { written, uncached } = fateOf(row.read, row.read + tokens, row);
  const rates = ratesOf(row.lines);
  if (rates.read === null || rates.uncached === null || (written > 0 && rates.written === null)) {
    return { tokens, money: null, about };
  }
  const paid = written * (rates.written ?? 0) + uncached * rates.uncached;
  return { tokens, money: (paid - tokens * rates.read) / 1e6, about };
}

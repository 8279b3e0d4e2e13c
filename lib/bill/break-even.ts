/** When caching has paid for itself, and the algebra behind it. */
import { type Band, rateOf } from "../offers/offer";
import { type Line, ratesOf } from "./bill";
import type { LedgerRow } from "./ledger";

/**
 * Index of the first request after which everything so far costs no more than it would have without a cache,
 * and stays so to the end; null when it never does or a price is unknown.
 */
export function findBreakEven(rows: readonly Pick<LedgerRow, "cost" | "costWithoutCache">[]): number | null {
  let balance = 0;
  let since: number | null = null;
  for (const [index, { cost, costWithoutCache }] of rows.entries()) {
    if (cost === null || costWithoutCache === null) return null;
    balance += costWithoutCache - cost;
    if (balance < 0) since = null;
    else if (since === null) since = index;
  }
  return since;
}

export type EntryRates = Readonly<Record<"uncached" | "written" | "read", number | null>>;

/**
 * The rates between which an entry breaks even. Where the request has none, since an implicit read is bought at a price that
 * no write pays for, they are those of the entry that a marker would make.
 * @param band of the request's size; null = no price is known
 */
export function ratesOfEntry(lines: readonly Line[], band: Band | null): EntryRates {
  if (!lines.some(({ kind }) => kind === "read:implicit")) return ratesOf(lines);
  return {
    uncached: rateOf(band, "input"),
    written: rateOf(band, "write:300"),
    read: rateOf(band, "read"),
  };
}

/**
 * Reads of one prefix that pay for writing it once: (write − input) / (input − read), per million tokens each.
 * Null when a rate is unknown or a read saves nothing.
 */
export function readsToBreakEven({ uncached, written, read }: EntryRates): number | null {
  if (uncached === null || written === null || read === null || read >= uncached) return null;
  return Math.max(0, (written - uncached) / (uncached - read));
}

/** When caching has paid for itself, and the algebra behind it. */
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

/**
 * The rates between which an entry breaks even; null where the request has no entry of its own: an implicit read is bought
 * at a price that no write pays for.
 */
export function ratesOfEntry(lines: readonly Line[]): ReturnType<typeof ratesOf> | null {
  return lines.some(({ kind }) => kind === "read:implicit") ? null : ratesOf(lines);
}

/**
 * Reads of one prefix that pay for writing it once: (write − input) / (input − read), per million tokens each.
 * Null when a rate is unknown or a read saves nothing.
 */
export function readsToBreakEven({
  uncached,
  written,
  read,
}: Readonly<Record<"uncached" | "written" | "read", number | null>>): number | null {
  if (uncached === null || written === null || read === null || read >= uncached) return null;
  return Math.max(0, (written - uncached) / (uncached - read));
}

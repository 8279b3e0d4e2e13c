/** What a batch of many rows costs, from the few that were played. */
import type { LedgerRow } from "./ledger";

/**
 * The first row pays for the prefix; every further one costs as much as the rows after the first did on average,
 * what had expired meanwhile included. Null where fewer than two rows were played or a price is unknown.
 */
export function costOfRows(rows: readonly Pick<LedgerRow, "cost">[], count: number): number | null {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0 || first.cost === null) return null;
  let sum = 0;
  for (const { cost } of rest) {
    if (cost === null) return null;
    sum += cost;
  }
  return first.cost + (count - 1) * (sum / rest.length);
}

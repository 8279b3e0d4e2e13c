/** Sums of a ledger. */
import type { LedgerRow } from "./ledger";

export interface Totals {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** Null where any request's cost is unknown, or where their currencies differ. */
  readonly cost: number | null;
  readonly costWithoutCache: number | null;
  /** Of both costs; null where no price is known or currencies differ. */
  readonly currency?: "USD" | "CNY" | null;
}

type Figure = "read" | "written" | "uncached" | "completion";

const sum = (rows: readonly LedgerRow[], figure: Figure): number =>
  rows.reduce((total, row) => total + row[figure], 0);

function sumOrNull(amounts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    total += amount;
  }
  return total;
}

/** @param currencies of the prices used; amounts in two currencies are not added */
export function addTotals(rows: readonly LedgerRow[], currencies: ReadonlySet<"USD" | "CNY">): Totals {
  const mixed = currencies.size > 1;
  return {
    read: sum(rows, "read"),
    written: sum(rows, "written"),
    uncached: sum(rows, "uncached"),
    completion: sum(rows, "completion"),
    cost: mixed ? null : sumOrNull(rows.map(({ cost }) => cost)),
    costWithoutCache: mixed ? null : sumOrNull(rows.map(({ costWithoutCache }) => costWithoutCache)),
    currency: mixed ? null : ([...currencies][0] ?? null),
  };
}

/** Sums of a ledger. */
import type { Currency } from "../offers/offer";
import { addAmounts } from "./bill";
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
  readonly currency?: Currency | null;
}

type Figure = "read" | "written" | "uncached" | "completion";

const sum = (rows: readonly LedgerRow[], figure: Figure): number =>
  rows.reduce((total, row) => total + row[figure], 0);

/** The currency that all amounts are in; null where none is known, or they are in several. */
export function commonCurrency(rows: Iterable<Pick<LedgerRow, "currency">>): Currency | null {
  let common: Currency | null = null;
  for (const { currency } of rows) {
    if (common !== null && currency !== null && currency !== common) return null;
    common ??= currency;
  }
  return common;
}

/** Amounts in two currencies are not added. */
export function addTotals(rows: readonly LedgerRow[]): Totals {
  const currency = commonCurrency(rows);
  const isMixed = currency === null && rows.some((row) => row.currency !== null);
  return {
    read: sum(rows, "read"),
    written: sum(rows, "written"),
    uncached: sum(rows, "uncached"),
    completion: sum(rows, "completion"),
    cost: isMixed ? null : addAmounts(rows.map(({ cost }) => cost)),
    costWithoutCache: isMixed ? null : addAmounts(rows.map(({ costWithoutCache }) => costWithoutCache)),
    currency,
  };
}

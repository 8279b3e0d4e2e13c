/** The requests of a conversation that paid for what they could have read: which, why, and what it cost. */
import type { LedgerRow, ReasonCode } from "../bill/ledger";
import { findCause } from "../reasons/kinds";
import { type ExtraCost, findExtraCost } from "./extra-cost";

export interface Miss extends ExtraCost {
  /** Of the request, from 0. */
  readonly index: number;
  /** The first cause. */
  readonly code: ReasonCode;
  /** Where it lies in that request, as a pointer. */
  readonly pointer?: string;
}

/** In order of the requests; a first write is none, since nothing had been there to read. */
export function findMisses(rows: readonly LedgerRow[]): Miss[] {
  return rows.flatMap((row, index): Miss[] => {
    const cause = index === 0 ? null : findCause(row);
    if (!cause || cause.code === "first_write") return [];
    const extra = findExtraCost(row, rows[index - 1] ?? null);
    if (!extra) return [];
    const { code, pointer } = cause;
    return [{ ...extra, index, code, ...(pointer === undefined ? {} : { pointer }) }];
  });
}

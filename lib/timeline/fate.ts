/** What became of a stretch of the prefix: how much of it was read, written or left uncached. */
import type { LedgerRow } from "../bill/ledger";

/** Tokens; read + written + uncached = end − start. */
export interface Fate {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
}

/** The read part of a prompt comes first, then what was written, then the rest; all in tokens from the start. */
export function fateOf(start: number, end: number, row: Pick<LedgerRow, "read" | "written">): Fate {
  const overlap = (from: number, to: number): number =>
    Math.max(0, Math.min(end, to) - Math.max(start, from));
  const read = overlap(0, row.read);
  const written = overlap(row.read, row.read + row.written);
  return { read, written, uncached: end - start - read - written };
}

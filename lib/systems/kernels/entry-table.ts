/** The entries of one model: those that live, found by prefix, and, to explain a miss, those that have ended. */
import type { Entry } from "./entry";
import { addDue, type SoonestFirst, takeDue } from "./soonest-first";

/** Plain JSON; entries by the key of their prefix. */
export interface EntryTable {
  live: Record<number, Entry>;
  /** How many have not been found to have ended. */
  living: number;
  /** The newest of each prefix that have ended; only where they are remembered. */
  ended: Record<number, Entry>;
  /** No prefix with a higher key has an entry: what is new in a request is not even looked up. */
  highest: number;
  /** Keys, by when their entries may end. */
  ends: SoonestFirst<number>;
}

export const openTable = (): EntryTable => ({ live: {}, living: 0, ended: {}, highest: -1, ends: [] });

/** The entry of that prefix that has not been found to have ended. */
export const findLive = (table: EntryTable, key: number): Entry | undefined =>
  key > table.highest ? undefined : table.live[key];

/** The newest entry of that prefix, ended or not; of ended ones only where they are remembered. */
export const findAny = (table: EntryTable, key: number): Entry | undefined =>
  key > table.highest ? undefined : (table.live[key] ?? table.ended[key]);

export function keepEntry(table: EntryTable, key: number, entry: Entry): void {
  table.highest = Math.max(table.highest, key);
  if (!table.live[key]) table.living++;
  table.live[key] = entry;
  delete table.ended[key];
  addDue(table.ends, entry.expiresAt, key);
}

/** Lets go of the entries whose life is over at `now`; costs the logarithm of those that live. */
export function endUntil(table: EntryTable, now: number, rememberEnded: boolean): void {
  for (let key = takeDue(table.ends, now); key !== undefined; key = takeDue(table.ends, now)) {
    const entry = table.live[key];
    if (!entry) continue;
    // A renewal, or another entry in its place, may have moved the end.
    if (entry.expiresAt > now) {
      addDue(table.ends, entry.expiresAt, key);
      continue;
    }
    delete table.live[key];
    table.living--;
    if (rememberEnded) table.ended[key] = entry;
  }
}

/** Leaves entries at the boundaries of a request: new ones, or those that live there already, whose life starts again. */
import type { Entry, EntryLife } from "./entry";
import { type EntryTable, findLive, keepEntry } from "./entry-table";

/** The request that leaves or uses an entry. */
export interface Use {
  readonly index: number;
  /** Its start, in seconds. */
  readonly at: number;
  /** When what it writes can be read. */
  readonly readableAt: number;
  readonly model: string;
}

export interface Place {
  readonly pointer: string;
  readonly key: number;
  readonly prefix: number;
}

/** Seconds from an entry's last use to its end. */
export const lifeOf = ({ createdAt, expiresAt, renewals }: EntryLife): number =>
  expiresAt - (renewals.at(-1) ?? createdAt);

export function renewEntry(entry: Entry, { at, index }: Pick<Use, "at" | "index">, life: number): void {
  entry.expiresAt = at + life;
  entry.lastUsedBy = index;
  if (entry.renewals.at(-1) !== at) entry.renewals.push(at);
}

/**
 * Every boundary leaves an entry: its own, which is returned, or one that lives and starts its life again.
 * @param life seconds of a new entry, or of the one that lives there
 */
export function leaveEntry(
  table: EntryTable,
  { pointer, key, prefix }: Place,
  { index, at, readableAt, model }: Use,
  life: (living: Entry | null) => number,
): Entry | null {
  const living = findLive(table, key);
  if (living && at < living.expiresAt) {
    // Of several creators the first response makes the prefix readable.
    living.readableAt = Math.min(living.readableAt, readableAt);
    renewEntry(living, { at, index }, life(living));
    return null;
  }
  const created: Entry = {
    pointer,
    tokens: prefix,
    model,
    createdAt: at,
    readableAt,
    expiresAt: at + life(null),
    renewals: [],
    createdBy: index,
    readBy: [],
    lastUsedBy: index,
  };
  keepEntry(table, key, created);
  return created;
}

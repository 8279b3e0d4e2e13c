/** The entries of one account and model as the store keeps them: the state of the cache system, without any text. */
import { z } from "zod";
import type { Entry } from "../../systems/kernels/entry";
import { type EntryTable, keepEntry, openTable } from "../../systems/kernels/entry-table";
import type { JsonValue } from "../../values/json";

/** Entries of one account and model that are kept; beyond it those that end first are let go. */
const MAX_ENTRIES = 1000;
/** Of one entry as it is stored, at most. */
export const ENTRY_BYTES = 120;

const entryShape = z.object({ tokens: z.number(), readableAt: z.number(), expiresAt: z.number() });
const tableShape = z.object({ live: z.record(z.string(), entryShape) });

/** Who wrote and read an entry, and where, is for reports: what is stored does not tell. */
const plainEntry = ({ tokens, readableAt, expiresAt }: z.infer<typeof entryShape>): Entry => ({
  pointer: "",
  tokens,
  model: "",
  createdAt: 0,
  readableAt,
  expiresAt,
  renewals: [],
  createdBy: 0,
  readBy: [],
  lastUsedBy: 0,
});

function fill(entries: Iterable<readonly [string, z.infer<typeof entryShape>]>): EntryTable {
  const table = openTable();
  for (const [key, entry] of entries) keepEntry(table, Number(key), plainEntry(entry));
  return table;
}

/** The table of a stored value; an empty one where the value is none. */
export function readTable(value: JsonValue | null): EntryTable {
  const { success, data } = tableShape.safeParse(value);
  return success ? fill(Object.entries(data.live)) : openTable();
}

/** What is stored: the entries that live at `now`, in epoch seconds; null where there are none, so that nothing is. */
export function writeTable({ live }: EntryTable, now: number): JsonValue {
  const kept = Object.entries(live)
    .filter(([, { expiresAt }]) => now < expiresAt)
    .sort(([, a], [, b]) => b.expiresAt - a.expiresAt)
    .slice(0, MAX_ENTRIES);
  if (kept.length === 0) return null;
  return {
    live: Object.fromEntries(
      kept.map(([key, { tokens, readableAt, expiresAt }]) => [key, { tokens, readableAt, expiresAt }]),
    ),
  };
}

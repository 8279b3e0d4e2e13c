/** Cache entries as the store keeps them: digests and times, never a text. */
import type { JsonValue } from "../../values/json";

/** A type, not an interface, so that it counts as JSON. */
export type StoredEntry = {
  /** Digest of its prefix. */
  readonly hash: string;
  readonly tokens: number;
  readonly model: string;
  /** Epoch seconds; null while no response that wrote it has ended. */
  readonly readableAt: number | null;
  /** Epoch seconds. */
  readonly expiresAt: number;
};

/** Entries of one account and model that are kept; beyond it those that end first are let go. */
const MAX_ENTRIES = 1000;

type StoredObject = { readonly [key: string]: JsonValue };

const isObject = (value: JsonValue): value is StoredObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readEntry(value: JsonValue): StoredEntry[] {
  if (!isObject(value)) return [];
  const { hash, tokens, model, readableAt, expiresAt } = value;
  if (typeof hash !== "string" || typeof tokens !== "number" || typeof model !== "string") return [];
  if (typeof expiresAt !== "number") return [];
  if (readableAt !== null && typeof readableAt !== "number") return [];
  return [{ hash, tokens, model, readableAt, expiresAt }];
}

/** The entries of a stored value by their hashes; what does not look like one is left out. */
export function readEntries(value: JsonValue | null): Map<string, StoredEntry> {
  const list = Array.isArray(value) ? (value as readonly JsonValue[]).flatMap(readEntry) : [];
  return new Map(list.map((entry) => [entry.hash, entry]));
}

/** What is stored: the entries that live at `now`, in epoch seconds. */
export function writeEntries(entries: Iterable<StoredEntry>, now: number): StoredEntry[] {
  const live = [...entries].filter(({ expiresAt }) => now < expiresAt);
  return live.sort((a, b) => b.expiresAt - a.expiresAt).slice(0, MAX_ENTRIES);
}

/** The entries of one model: those that live, found by prefix, and, to explain a miss, those that have ended. */
import type { Entry } from "./entry";
import { createSoonestFirst } from "./soonest-first";

/** An entry and the prefix it is of. */
export interface KeptEntry {
  readonly key: number;
  readonly entry: Entry;
}

export interface EntryTable {
  /** How many have not been found to have ended. */
  readonly live: number;
  /** The entry of that prefix that has not been found to have ended. */
  findLive(key: number): Entry | undefined;
  /** The newest entry of that prefix, ended or not; of ended ones only where they are remembered. */
  findAny(key: number): Entry | undefined;
  keep(key: number, entry: Entry): void;
  /** Those that live, with their prefixes. */
  list(): KeptEntry[];
  /** Lets go of the entries whose life is over at `now`. */
  endUntil(now: number): void;
}

/** An empty table. Letting go of entries costs the logarithm of those that live. */
export function createEntryTable(rememberEnded: boolean): EntryTable {
  const live = new Map<number, Entry>();
  const ended = new Map<number, Entry>();
  /** No prefix numbered above it has an entry: what is new in a request is not even looked up. */
  let highest = -1;
  const ends = createSoonestFirst<KeptEntry>();
  return {
    get live() {
      return live.size;
    },
    findLive: (key) => (key > highest ? undefined : live.get(key)),
    findAny: (key) => (key > highest ? undefined : (live.get(key) ?? ended.get(key))),
    keep(key, entry) {
      highest = Math.max(highest, key);
      live.set(key, entry);
      ended.delete(key);
      ends.add(entry.expiresAt, { key, entry });
    },
    list: () => Array.from(live, ([key, entry]) => ({ key, entry })),
    endUntil(now) {
      for (let due = ends.takeDue(now); due; due = ends.takeDue(now)) {
        const { key, entry } = due;
        // Another entry may have taken its place meanwhile, and a renewal its end.
        if (live.get(key) !== entry) continue;
        if (entry.expiresAt > now) {
          ends.add(entry.expiresAt, due);
          continue;
        }
        live.delete(key);
        if (rememberEnded) ended.set(key, entry);
      }
    },
  };
}

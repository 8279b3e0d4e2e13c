/** The emulator's part of the storage, counted: any key is taken, so what all of them may leave behind is bounded. */
import type { JsonValue } from "../../values/json";
import { diskBytesOf } from "../storage/disk-size";
import type { Store } from "../storage/store";
import { StateFull, type StateLimits } from "./state-limits";

export interface StateStore extends Store {
  /**
   * Takes room for what a request will keep, before it is answered: an answer that has begun cannot be refused any more.
   * Rejects with a `StateFull` where there is none.
   * @param key of the value, which may be there already
   * @param more bytes by which it grows
   * @param ttl seconds
   */
  claim(key: string, more: number, ttl: number): Promise<void>;
}

interface Held {
  readonly bytes: number;
  /** Milliseconds, by the ledger's clock. */
  readonly ends: number;
  /** True where room was taken and nothing has been written yet. */
  readonly claimed: boolean;
}

interface Share {
  readonly files: number;
  readonly bytes: number;
}

const PREFIX = "emulator:";
/** After so long it is looked again what is there: other servers write as well, and values end. */
const LOOK_MS = 60_000;
/** Before something is refused, what was seen may be so old. */
const FRESH_MS = 5000;
/** Seconds for which a value counts whose end is not known: another server has written it. */
const UNKNOWN_TTL = 2 * 3600;
/** Seconds for which room is held that nothing is written into: longer than an answer takes; what is refused after all leaves some. */
const CLAIM_TTL = 600;
const GETS_AT_ONCE = 50;

const NOTHING: Share = { files: 0, bytes: 0 };

/** Every key is `emulator:<kind>:<account>…`. */
const accountOf = (key: string): string => key.split(":")[2] ?? "";

const sizeOf = (value: JsonValue): number => Buffer.byteLength(JSON.stringify(value));

/** What is there, in this process's memory. */
function createLedger(now: () => number) {
  const values = new Map<string, Held>();
  const accounts = new Map<string, Share>();
  let bytes = 0;

  function add(key: string, files: number, more: number): void {
    const account = accountOf(key);
    const share = accounts.get(account) ?? NOTHING;
    bytes += more;
    if (share.files + files === 0) accounts.delete(account);
    else accounts.set(account, { files: share.files + files, bytes: share.bytes + more });
  }

  function leave(key: string): void {
    const held = values.get(key);
    if (!held) return;
    values.delete(key);
    add(key, -1, -diskBytesOf(held.bytes));
  }

  function enter(key: string, size: number, ttl: number, claimed = false): void {
    leave(key);
    values.set(key, { bytes: size, ends: now() + ttl * 1000, claimed });
    add(key, 1, diskBytesOf(size));
  }

  return {
    enter,
    leave,
    sizeOf: (key: string): number => values.get(key)?.bytes ?? 0,
    has: (key: string): boolean => values.has(key),
    /** Lets go of what is over, and of what is gone by the list of what is there. */
    keepOnly(present: ReadonlySet<string>): void {
      for (const [key, { ends, claimed }] of values) {
        if (ends <= now() || !(claimed || present.has(key))) leave(key);
      }
    },
    findFault(key: string, size: number, limits: StateLimits): StateFull | null {
      const share = accounts.get(accountOf(key));
      const isNew = !values.has(key);
      const growth = diskBytesOf(size) - (isNew ? 0 : diskBytesOf(values.get(key)?.bytes ?? 0));
      const own = share ?? NOTHING;
      if (!share && accounts.size >= limits.keys) return new StateFull("keys", limits);
      if (isNew && own.files >= limits.filesOfKey) return new StateFull("key", limits);
      if (growth > 0 && own.bytes + growth > limits.bytesOfKey) return new StateFull("key", limits);
      if (isNew && values.size >= limits.files) return new StateFull("all", limits);
      if (growth > 0 && bytes + growth > limits.bytes) return new StateFull("all", limits);
      return null;
    },
  };
}

/**
 * The emulator's view of a store. What this process writes is counted at once, what others write when it is looked again,
 * once a minute and before anything is refused: several servers together may go above the limits by what they write meanwhile.
 * @param now milliseconds
 */
export function createStateStore(
  store: Store,
  limits: StateLimits,
  now: () => number = Date.now,
): StateStore {
  const ledger = createLedger(now);
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;

  async function lookNow(): Promise<void> {
    const present = await store.list(PREFIX);
    ledger.keepOnly(new Set(present));
    const unknown = present.filter((key) => !ledger.has(key));
    for (let at = 0; at < unknown.length; at += GETS_AT_ONCE) {
      const keys = unknown.slice(at, at + GETS_AT_ONCE);
      const values = await Promise.all(keys.map((key) => store.get(key)));
      for (const [order, key] of keys.entries()) {
        const value = values[order] ?? null;
        // What this process has written meanwhile is known better.
        if (value !== null && !ledger.has(key)) ledger.enter(key, sizeOf(value), UNKNOWN_TTL);
      }
    }
    lookedAt = now();
  }

  async function look(age: number): Promise<void> {
    if (now() - lookedAt < age) return;
    looking ??= lookNow().finally(() => {
      looking = null;
    });
    await looking;
  }

  return {
    ...store,
    async claim(key, more, ttl) {
      await look(LOOK_MS);
      const size = () => ledger.sizeOf(key) + more;
      if (ledger.findFault(key, size(), limits)) await look(FRESH_MS);
      const fault = ledger.findFault(key, size(), limits);
      if (fault) throw fault;
      ledger.enter(key, size(), Math.min(ttl, CLAIM_TTL), true);
    },
    async set(key, value, ttl) {
      await store.set(key, value, ttl);
      ledger.enter(key, sizeOf(value), ttl);
    },
    async update(key, ttl, change) {
      let written: JsonValue = null;
      const result = await store.update(key, ttl, (old) => {
        const changed = change(old);
        written = changed.value;
        return changed;
      });
      if (written === null) ledger.leave(key);
      else ledger.enter(key, sizeOf(written), ttl);
      return result;
    },
    async remove(key) {
      await store.remove(key);
      ledger.leave(key);
    },
  };
}

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & { playgroundStates?: WeakMap<Store, StateStore> };

/** The one view of a store in this process. */
export function openStateStore(store: Store, limits: StateLimits): StateStore {
  shared.playgroundStates ??= new WeakMap();
  const known = shared.playgroundStates.get(store);
  if (known) return known;
  const opened = createStateStore(store, limits);
  shared.playgroundStates.set(store, opened);
  return opened;
}

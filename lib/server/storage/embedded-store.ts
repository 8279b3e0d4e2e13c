/** The store of a server by itself: files, so that values survive a restart, and memory in front of them. */

import type { JsonValue } from "../../values/json";
import { createKeyLock } from "./key-lock";
import { createMemoryFront } from "./memory-front";
import { createSteadyClock, LASTING_MS } from "./steady-clock";
import type { Store } from "./store";
import { openValueFiles } from "./value-files";

/** Characters of values held in memory; the others are read from their files. */
const FRONT_LIMIT = 32 * 1024 * 1024;
/** Between two searches for what is to leave the disk. */
const SWEEP_MS = 60_000;

/** Milliseconds since 1970 at which a value is over; a new object with each write. */
interface Term {
  readonly ends: number;
}

/**
 * Opens a store in `folder`, which no other server may use at the same time.
 * Rejects with a `ServiceUnavailable` when the folder cannot be written; so do changes when the disk is full.
 * A value that is over answers no more at once. It leaves the disk once it has been over for an hour of this server's
 * running, so that a clock that is wrong for a while, also from the start, deletes nothing.
 * @param clock milliseconds since 1970
 * @param passed milliseconds that have passed since any moment
 */
export async function openEmbeddedStore(
  folder: string,
  clock: () => number = Date.now,
  passed: () => number = () => performance.now(),
): Promise<Store> {
  const now = createSteadyClock(clock, passed);
  const files = await openValueFiles(folder);
  const terms = new Map<string, Term>();
  const front = createMemoryFront(FRONT_LIMIT);
  const lock = createKeyLock();
  /** Since when values are over, by `passed`. */
  const overSince = new WeakMap<Term, number>();
  let swept = passed();

  const isLive = (term: Term | undefined): term is Term => term !== undefined && term.ends > now();

  async function look(key: string): Promise<JsonValue | null> {
    const term = terms.get(key);
    if (!isLive(term)) return null;
    const held = front.get(key);
    const text = held ?? (await files.read(key))?.text;
    // A newer value may have come while the file was read.
    if (held === undefined && terms.get(key) === term) {
      if (text === undefined) terms.delete(key);
      else front.set(key, text);
    }
    return text === undefined ? null : JSON.parse(text);
  }

  async function put(key: string, value: JsonValue, ttl: number): Promise<void> {
    const text = JSON.stringify(value);
    const ends = now() + ttl * 1000;
    await files.write({ key, ends, text });
    terms.set(key, { ends });
    front.set(key, text);
  }

  async function drop(key: string): Promise<void> {
    if (!terms.has(key)) return;
    await files.remove(key);
    terms.delete(key);
    front.delete(key);
  }

  /** Whether it has been over for so long that no clock can be blamed for it. */
  function isGone(term: Term): boolean {
    if (isLive(term)) {
      overSince.delete(term);
      return false;
    }
    const since = overSince.get(term) ?? passed();
    overSince.set(term, since);
    return passed() - since >= LASTING_MS;
  }

  const dropIfGone = (key: string) =>
    lock(key, async () => {
      const term = terms.get(key);
      if (term && isGone(term)) await drop(key);
    });

  async function sweep(): Promise<void> {
    if (passed() - swept < SWEEP_MS) return;
    swept = passed();
    const over = [...terms].filter(([, term]) => isGone(term)).map(([key]) => key);
    // What cannot be removed is told to the operator there, and no fault of the request that happens to sweep.
    await Promise.allSettled(over.map(dropIfGone));
  }

  for await (const { key, ends } of files.readAll()) terms.set(key, { ends });
  for (const term of terms.values()) isGone(term);

  return {
    async get(key) {
      await sweep();
      return look(key);
    },
    async set(key, value, ttl) {
      await sweep();
      await lock(key, () => put(key, value, ttl));
    },
    async update(key, ttl, change) {
      await sweep();
      return lock(key, async () => {
        const { value, result } = change(await look(key));
        if (value === null) await drop(key);
        else await put(key, value, ttl);
        return result;
      });
    },
    async remove(key) {
      await sweep();
      await lock(key, () => drop(key));
    },
    async list(prefix) {
      await sweep();
      return [...terms].filter(([key, term]) => key.startsWith(prefix) && isLive(term)).map(([key]) => key);
    },
    close: lock.settle,
  };
}

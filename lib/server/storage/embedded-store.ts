/** The store of a server by itself: files, so that values survive a restart, and memory in front of them. */

import type { JsonValue } from "../../values/json";
import { createKeyLock } from "./key-lock";
import { createMemoryFront } from "./memory-front";
import type { Store } from "./store";
import { openValueFiles } from "./value-files";

/** Characters of values held in memory; the others are read from their files. */
const FRONT_LIMIT = 32 * 1024 * 1024;
/** Values that are over leave the disk at the first use after so long. */
const SWEEP_MS = 60_000;

/** Milliseconds since 1970 at which a value is over; a new object with each write. */
interface Term {
  readonly ends: number;
}

/**
 * Opens a store in `folder`, which no other server may use at the same time.
 * Rejects with a `ServiceUnavailable` when the folder cannot be written; so do changes when the disk is full.
 * @param now milliseconds since 1970
 */
export async function openEmbeddedStore(folder: string, now: () => number = Date.now): Promise<Store> {
  const files = await openValueFiles(folder);
  const terms = new Map<string, Term>();
  const front = createMemoryFront(FRONT_LIMIT);
  const lock = createKeyLock();
  let swept = now();

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

  const dropIfOver = (key: string) =>
    lock(key, async () => {
      if (!isLive(terms.get(key))) await drop(key);
    });

  async function sweep(): Promise<void> {
    if (now() - swept < SWEEP_MS) return;
    swept = now();
    const over = [...terms].filter(([, term]) => !isLive(term)).map(([key]) => key);
    // What cannot be removed is told to the operator there, and no fault of the request that happens to sweep.
    await Promise.allSettled(over.map(dropIfOver));
  }

  for await (const { key, ends } of files.readAll()) terms.set(key, { ends });
  await Promise.allSettled([...terms.keys()].map(dropIfOver));

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

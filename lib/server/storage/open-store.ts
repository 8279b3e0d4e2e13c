/** The server's one store: a Redis where PLAYGROUND_REDIS_URL names one, else files in PLAYGROUND_DATA. */
import { join } from "node:path";
import type { Store } from "./store";

interface StoreSettings {
  /** Of a Redis, e.g. `redis://user:password@host:6379/0`; PLAYGROUND_REDIS_URL where neither this nor `folder` is given. */
  readonly url?: string;
  /** For the files of the embedded store; PLAYGROUND_DATA, else `.data` in the working directory. */
  readonly folder?: string;
}

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & { playgroundStores?: Map<string, Promise<Store>> };

function takeSettings({ url, folder }: StoreSettings): StoreSettings {
  const { PLAYGROUND_REDIS_URL, PLAYGROUND_DATA } = process.env;
  const redis = url ?? (folder === undefined ? PLAYGROUND_REDIS_URL : undefined);
  if (redis) return { url: redis };
  return { folder: folder ?? (PLAYGROUND_DATA || join(process.cwd(), ".data")) };
}

/** Loads only the one that is needed. */
async function open({ url, folder = "" }: StoreSettings): Promise<Store> {
  if (url) return (await import("./redis-store")).openRedisStore(url);
  return (await import("./embedded-store")).openEmbeddedStore(folder);
}

/**
 * The store of this process, opened at the first call; the same one for the same settings, until it is closed.
 * Rejects with a `ServiceUnavailable` when the address is wrong or the folder cannot be written; the next call tries again.
 * A Redis that is away is no fault here, but of each operation.
 */
export function openStore(settings: StoreSettings = {}): Promise<Store> {
  const taken = takeSettings(settings);
  const name = JSON.stringify(taken);
  shared.playgroundStores ??= new Map();
  const stores = shared.playgroundStores;
  const known = stores.get(name);
  if (known) return known;
  const forget = () => stores.delete(name);
  const opening = open(taken).then((store) => ({
    ...store,
    async close() {
      forget();
      await store.close();
    },
  }));
  stores.set(name, opening);
  opening.catch(forget);
  return opening;
}

/** The store that several servers share: a Redis. */

import type { JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { tellOperator } from "../tell-operator";
import { createKeyLock } from "./key-lock";
import { connectRedis } from "./redis-connection";
import { storageFault } from "./storage-fault";
import type { Store } from "./store";

/** Before every key, so that other programs can use the same Redis. */
const PREFIX = "pcp:";
/** Every failed attempt means that another server's change was made, so this many in a row do not happen. */
const MAX_ATTEMPTS = 1000;
const KEYS_A_STEP = 1000;

/**
 * Writes if the value is still the one that was read, in one step. An empty text stands for no value: JSON is never empty.
 * Watching the key would do for one change at a time only, as a connection forgets all it watches with each transaction.
 */
const REPLACE = `
local current = redis.call("GET", KEYS[1])
if (current or "") ~= ARGV[1] then return { 0, current } end
if ARGV[2] == "" then redis.call("DEL", KEYS[1]) else redis.call("SET", KEYS[1], ARGV[2], "PX", ARGV[3]) end
return { 1, false }`;

/** Redis takes whole milliseconds, at least one. */
const millisecondsOf = (ttl: number): number => Math.max(1, Math.ceil(ttl * 1000));

const escapePattern = (text: string): string => text.replace(/[\\*?[\]]/g, "\\$&");

/** Null for what is no JSON: another program's value, which counts as absent. */
function parseValue(key: string, text: string | null): JsonValue | null {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    tellOperator(`The value of ${PREFIX}${key} in Redis is damaged: it counts as absent.`);
    return null;
  }
}

/**
 * A store in the Redis at `url`, e.g. `redis://user:password@host:6379/0`. Connects in the background and again whenever the
 * connection breaks; meanwhile every promise rejects within `patience` milliseconds, about two seconds unless told, with a
 * `ServiceUnavailable`. Throws one at once when `url` is no address of a Redis.
 */
export function openRedisStore(url: string, patience?: number): Store {
  const connection = connectRedis(url, patience);
  // Changes of this server wait here for one another; only those of other servers make an attempt fail.
  const lock = createKeyLock();

  const read = (key: string) => connection.run((client) => client.get(PREFIX + key));

  /** Null when written, else what is there instead. */
  async function replace(key: string, from: string | null, to: string | null, ttl: number) {
    const args = { keys: [PREFIX + key], arguments: [from ?? "", to ?? "", String(millisecondsOf(ttl))] };
    const [done, current] = (await connection.run((client) => client.eval(REPLACE, args))) as [
      number,
      string | null,
    ];
    return done === 1 ? null : { current };
  }

  return {
    get: async (key) => parseValue(key, await read(key)),
    async set(key, value, ttl) {
      const expiration = { type: "PX", value: millisecondsOf(ttl) } as const;
      await connection.run((client) => client.set(PREFIX + key, JSON.stringify(value), { expiration }));
    },
    update: (key, ttl, change) =>
      lock(key, async () => {
        let text = await read(key);
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
          const { value, result } = change(parseValue(key, text));
          const other = await replace(key, text, value === null ? null : JSON.stringify(value), ttl);
          if (!other) return result;
          text = other.current;
        }
        throw storageFault(tell("server.storageContention"));
      }),
    async remove(key) {
      await connection.run((client) => client.del(PREFIX + key));
    },
    async list(prefix) {
      // A key that is moved while Redis is read through may be named twice.
      const keys = new Set<string>();
      const options = { MATCH: `${escapePattern(PREFIX + prefix)}*`, COUNT: KEYS_A_STEP };
      let cursor = "0";
      do {
        const from = cursor;
        const step = await connection.run((client) => client.scan(from, options));
        for (const key of step.keys) keys.add(key.slice(PREFIX.length));
        cursor = step.cursor;
      } while (cursor !== "0");
      return [...keys];
    },
    async close() {
      await lock.settle();
      await connection.close();
    },
  };
}

/** One connection to a Redis: made again when it breaks, and never waited for longer than its patience, two seconds. */
import { createClient, ErrorReply } from "redis";
import { type Message, tell } from "../../words/message";
import { ENGLISH } from "../../words/plain-words";
import { tellOperator } from "../tell-operator";
import { codeOf, storageFault } from "./storage-fault";

/** How long a command may take, the wait for the connection included. */
const PATIENCE_MS = 2000;
const LONGEST_RETRY_MS = 1000;
const PING_MS = 2000;
/** A connection without any answer for so long, pings included, is given up and made again. */
const SILENCE_MS = 5000;

class NoAnswer extends Error {}

function makeClient(url: string) {
  return createClient({
    url,
    // A change that was refused must not be made later after all.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: PATIENCE_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (retries) => Math.min(LONGEST_RETRY_MS, 50 * 2 ** retries),
    },
  });
}

type RedisClient = ReturnType<typeof makeClient>;

interface RedisConnection {
  /**
   * Runs a command. Rejects with a `ServiceUnavailable` when the Redis is away (once patience ends) or refuses;
   * whether a change was made is then unknown.
   */
  run<Result>(command: (client: RedisClient) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Rejects after `patience` milliseconds. */
async function inTime<Result>(answer: Promise<Result>, patience: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    // Two waits: after a moment in which this process was busy, the answer may be there and not yet read.
    const again = () => {
      timer = setTimeout(() => reject(new NoAnswer()), patience / 2);
    };
    timer = setTimeout(again, patience / 2);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A sentence without the error's own message, which may quote addresses or values. */
function explain(error: unknown): Message {
  const code = error instanceof ErrorReply ? /^[A-Z]+/.exec(error.message)?.[0] : undefined;
  if (code === "WRONGPASS" || code === "NOAUTH") return tell("server.storageAuth");
  if (code) return tell("server.storageCommand", { code });
  const reason = codeOf(error);
  return reason === "unknown"
    ? tell("server.storageSilent")
    : tell("server.storageSilentCode", { code: reason });
}

/** Where the Redis is, without user and password. */
function addressOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return protocol === "unix:" ? pathname : host;
}

function open(url: string): { client: RedisClient; address: string } {
  try {
    return { client: makeClient(url), address: addressOf(url) };
  } catch {
    tellOperator(
      "PLAYGROUND_REDIS_URL is not the address of a Redis; it looks like redis://user:password@host:6379/0.",
    );
    throw storageFault(tell("server.storageAddress"));
  }
}

/**
 * Starts connecting and does not wait for it. Throws a `ServiceUnavailable` when `url` is no address of a Redis.
 * @param patience milliseconds
 */
export function connectRedis(url: string, patience = PATIENCE_MS): RedisConnection {
  const { client, address } = open(url);
  const waiting = new Set<() => void>();
  let refusedUntil = 0;
  let toldOutage = false;
  /** Why the last attempt to connect failed. */
  let trouble: unknown = null;

  client.on("error", (error: unknown) => {
    trouble = error;
  });
  client.on("ready", () => {
    trouble = null;
    refusedUntil = 0;
    for (const begin of waiting) begin();
    waiting.clear();
  });
  // It tries again until it is closed, so this rejects only then.
  client.connect().catch(() => {});

  function fail(error: unknown): Error {
    const reason = explain(error instanceof ErrorReply ? error : (trouble ?? error));
    if (!toldOutage) tellOperator(`PLAYGROUND_REDIS_URL (${address}): ${ENGLISH.say(reason)}`);
    toldOutage = true;
    return storageFault(reason);
  }

  return {
    async run(command) {
      if (Date.now() < refusedUntil) throw fail(new NoAnswer());
      let begin = (): void => {};
      const ready = new Promise<void>((resolve) => {
        begin = resolve;
      });
      if (client.isReady) begin();
      else waiting.add(begin);
      try {
        const result = await inTime(
          ready.then(() => command(client)),
          patience,
        );
        toldOutage = false;
        return result;
      } catch (error) {
        // After a wait in vain, commands are refused at once for a while, or those that queue would wait one after another.
        if (error instanceof NoAnswer) refusedUntil = Date.now() + patience / 2;
        throw fail(error);
      } finally {
        // What was given up must not begin when the connection is there after all.
        waiting.delete(begin);
      }
    },
    async close() {
      // Closing waits for answers, which a Redis that is away does not give.
      if (client.isReady)
        await inTime(client.close(), patience).catch(() => client.isOpen && client.destroy());
      else if (client.isOpen) client.destroy();
    },
  };
}

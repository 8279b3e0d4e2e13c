/** How often each client may ask: a bucket of tokens per client, in this process's memory alone. */

/** Above this many clients those whose bucket is full again are forgotten, and if need be the oldest. */
const MAX_CLIENTS = 10_000;

interface Bucket {
  tokens: number;
  /** Milliseconds, when `tokens` was true. */
  at: number;
}

interface RateLimit {
  /** Takes one request of this client. Answers 0 when it may go on, else the whole seconds to wait. */
  take(client: string): number;
}

/**
 * Allows `perMinute` requests at once and as many each minute, evenly refilled.
 * @param now milliseconds of a clock that never runs back by much
 */
export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;

  function forget(time: number): void {
    for (const [client, { tokens, at }] of buckets) {
      if (tokens + (time - at) * perMs >= perMinute) buckets.delete(client);
    }
    for (const client of buckets.keys()) {
      if (buckets.size < MAX_CLIENTS) return;
      buckets.delete(client);
    }
  }

  return {
    take(client) {
      const time = now();
      const known = buckets.get(client);
      if (!known && buckets.size >= MAX_CLIENTS) forget(time);
      const bucket = known ?? { tokens: perMinute, at: time };
      if (known) {
        bucket.tokens = Math.min(perMinute, bucket.tokens + Math.max(0, time - bucket.at) * perMs);
        bucket.at = time;
      } else buckets.set(client, bucket);
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
      bucket.tokens -= 1;
      return 0;
    },
  };
}

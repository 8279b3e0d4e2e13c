/** The answer to whoever watches the server: whether its storage can be written, its version and how long it has run. */
import { NO_STORE } from "./error-response";
import { noteReason } from "./serving-process";
import type { Store } from "./storage/store";

interface HealthOptions {
  readonly openStore: () => Promise<Store>;
  readonly version: string;
  /** Seconds since the process began. */
  readonly uptime: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}

const KEY = "health";
/** Seconds that the value lives which is written to find out. */
const TTL = 3600;
/** However often somebody asks, the storage is tried once in so many milliseconds. */
const FRESH_MS = 1000;

/**
 * 200 where a value can be written, else 503. What is wrong with the storage stands on stderr: callers hear that it is, not
 * where it is. Nobody is refused for asking often, so all who ask within a second share one try.
 */
export function answerHealth({ openStore, version, uptime, now }: HealthOptions): () => Promise<Response> {
  let trial: Promise<boolean> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;

  async function canWrite(): Promise<boolean> {
    try {
      await (await openStore()).set(KEY, now(), TTL);
      return true;
    } catch {
      return false;
    }
  }

  return async () => {
    if (!trial || now() - triedAt >= FRESH_MS) {
      triedAt = now();
      trial = canWrite();
    }
    const works = await trial;
    if (!works) noteReason("storage_unavailable");
    const body = {
      status: works ? "ok" : "unavailable",
      storage: works ? "ok" : "unavailable",
      version,
      uptime: Math.floor(uptime()),
    };
    return Response.json(body, { status: works ? 200 : 503, headers: NO_STORE });
  };
}

/** How often each client may ask the routes that are open to all, where others than this machine reach the server. */
import { type Message, tell } from "../words/message";
import { answerSafely } from "./answer-post";
import { type Environment, readCount } from "./environment";
import { errorResponse } from "./error-response";
import { createRateLimit } from "./rate-limit";
import { clientOf } from "./relay/client-of";
import { readRelaySettings } from "./relay/settings";

interface OpenLimit {
  /** Takes one request. Answers 0 when it may go on, else the whole seconds to wait. */
  take(headers: Headers): number;
  readonly perMinute: number;
}

/** Ten a second: an agent that works without a pause, several times over. */
const PER_MINUTE = 600;
const MOST = 1_000_000;

/**
 * The limit of one environment; none where only this machine reaches the server. Throws a `ServiceUnavailable` where a
 * setting is wrong.
 * @param now milliseconds
 */
export function createOpenLimit(env: Environment, now: () => number): OpenLimit {
  const perMinute = readCount(env, "PLAYGROUND_REQUESTS_PER_MINUTE", {
    otherwise: PER_MINUTE,
    most: MOST,
    code: "limit_settings_invalid",
  });
  const { PLAYGROUND_TRUST_PROXY = "", PLAYGROUND_LISTEN = "" } = env;
  // Only these: another setting of the relay's that is wrong is no fault of the other routes.
  const { trustedProxies, listensOnLoopback } = readRelaySettings({
    PLAYGROUND_TRUST_PROXY,
    PLAYGROUND_LISTEN,
  });
  // Whoever names proxies has them pass on what others ask.
  const isAlone = listensOnLoopback && trustedProxies === 0;
  const rate = createRateLimit(perMinute, now);
  return {
    perMinute,
    take: (headers) => (isAlone ? 0 : rate.take(clientOf(headers, trustedProxies))),
  };
}

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & { playgroundLimit?: OpenLimit };

function ownLimit(): OpenLimit {
  shared.playgroundLimit ??= createOpenLimit(process.env, Date.now);
  return shared.playgroundLimit;
}

/** The answer to a request too many. */
export type RateRefusal = (request: Request, message: Message, wait: number) => Response;

const refuseRate: RateRefusal = (request, message, wait) =>
  errorResponse(request, 429, { code: "rate_limited", message }, { "Retry-After": String(wait) });

/**
 * A route that answers 429 where its client asks more often than it may.
 * @param refuse how that is said where the route speaks another protocol
 */
export const limited =
  <Rest extends readonly unknown[]>(
    answer: (request: Request, ...rest: Rest) => Promise<Response>,
    refuse: RateRefusal = refuseRate,
    limit: () => OpenLimit = ownLimit,
  ) =>
  (request: Request, ...rest: Rest): Promise<Response> =>
    answerSafely(request, new URL(request.url).pathname, async () => {
      const { take, perMinute } = limit();
      const wait = take(request.headers);
      return wait === 0
        ? answer(request, ...rest)
        : refuse(request, tell("server.rate", { most: perMinute, wait }), wait);
    });

/** Passes a request on to a service and its answer back, chunk by chunk; keeps nothing and logs nothing. */
import { isForCodingToolsOnly, requestPathOf } from "../../offers/endpoint";
import { findEndpoint } from "../../offers/endpoints";
import { createRateLimit } from "../rate-limit";
import { MAX_BODY_BYTES, readBytes } from "../read-json-body";
import { isCrossSite } from "../same-site";
import { chooseKey } from "./choose-key";
import { clientOf } from "./client-of";
import { guardStream } from "./guard-stream";
import { requestHeaders, responseHeaders } from "./relay-headers";
import { describeFault, refuseRedirect, refuseRelay, refuseSilence } from "./relay-refusals";
import type { RelaySettings } from "./settings";
import { createStreamGate } from "./stream-gate";
import type { Upstream, UpstreamInit } from "./upstream";

export interface RelayOptions {
  readonly fetch: Upstream;
  /** Milliseconds, for the requests per minute. */
  readonly now: () => number;
  readonly settings: RelaySettings;
}

/** Where a request goes and what is sent with it; an answer where it may not go. */
type Course = { readonly url: string; readonly headers: UpstreamInit["headers"] };

function planCourse({ headers }: Request, settings: RelaySettings): Course | Response {
  const workspace = headers.get("x-relay-workspace");
  const found = findEndpoint(headers.get("x-relay-endpoint") ?? "", {
    ...(workspace === null ? {} : { workspace }),
    more: settings.endpoints,
  });
  if (!found.ok) return refuseRelay(400, "relay_endpoint", found.reason);
  const { endpoint, url } = found;
  if (isForCodingToolsOnly(endpoint)) {
    return refuseRelay(403, "relay_plan", `${endpoint.terms} Choose a pay-as-you-go endpoint and its key.`);
  }
  const chosen = chooseKey(headers, settings);
  if (!chosen.ok) return refuseRelay(401, chosen.code, chosen.sentence);
  return {
    url: url + requestPathOf(endpoint.dialect),
    headers: requestHeaders(chosen.key, endpoint.dialect),
  };
}

/** The bytes of the request, as they are; an answer where there are none or too many. */
async function readBody({ body }: Request): Promise<Uint8Array<ArrayBuffer> | Response> {
  try {
    const bytes = body ? await readBytes(body, MAX_BODY_BYTES) : new Uint8Array();
    if (!bytes)
      return refuseRelay(413, "relay_body_too_large", "The request is larger than 10 MB: shorten its texts.");
    return bytes.length > 0
      ? new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length)
      : refuseRelay(400, "relay_body_empty", "The request is empty: send it as the body.");
  } catch {
    return refuseRelay(400, "relay_body_cut", "The request broke off before its end: send it again.");
  }
}

const isRedirect = ({ status, type }: Response): boolean =>
  type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304);

/**
 * The relay of one process: its limits are counted in memory. It answers with the service's status and body unchanged, or
 * with `{ error: { code, message } }` and `x-relay-source: relay`. Only listed hosts are ever reached.
 */
export function createRelay({ fetch, now, settings }: RelayOptions): (request: Request) => Promise<Response> {
  const rate = createRateLimit(settings.requestsPerMinute, now);
  const gate = createStreamGate(settings.streamsPerClient, settings.streams);

  /** Calls `leave` once, when nothing of this request is under way any more. */
  async function send(request: Request, course: Course, leave: () => void): Promise<Response> {
    const body = await readBody(request);
    if (body instanceof Response) return withEnd(body, leave);
    const upstream = new AbortController();
    const abort = () => upstream.abort();
    const end = () => {
      request.signal.removeEventListener("abort", abort);
      leave();
    };
    request.signal.addEventListener("abort", abort);
    if (request.signal.aborted) abort();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort();
    }, settings.firstByteMs);
    try {
      const init = {
        method: "POST",
        redirect: "manual",
        cache: "no-store",
        signal: upstream.signal,
      } as const;
      const answer = await fetch(course.url, { ...init, headers: course.headers, body });
      if (isRedirect(answer)) {
        abort();
        return withEnd(refuseRedirect(), end);
      }
      const headers = responseHeaders(answer.headers);
      const { status } = answer;
      if (!answer.body) return withEnd(new Response(null, { status, headers }), end);
      const guard = { firstMs: settings.firstByteMs, idleMs: settings.idleMs, onEnd: end };
      return new Response(guardStream(answer.body, guard), { status, headers });
    } catch (error) {
      return withEnd(late ? refuseSilence() : describeFault(error), end);
    } finally {
      clearTimeout(timer);
    }
  }

  return async (request) => {
    if (isCrossSite(request, settings.trustedProxies > 0)) {
      return refuseRelay(403, "relay_cross_site", "Only the playground's own pages may ask its relay.");
    }
    const client = clientOf(request.headers, settings.trustedProxies);
    const wait = rate.take(client);
    if (wait > 0) {
      const sentence = `More than ${settings.requestsPerMinute} requests a minute: wait ${wait} s, then send again.`;
      return refuseRelay(429, "relay_rate_limited", sentence, { "retry-after": String(wait) });
    }
    const course = planCourse(request, settings);
    if (course instanceof Response) return course;
    const entered = gate.enter(client);
    if (entered.ok) return send(request, course, entered.leave);
    return entered.full === "client"
      ? refuseRelay(
          429,
          "relay_too_many_streams",
          "Too many of your answers are under way: let one end first.",
        )
      : refuseRelay(503, "relay_full", "This server relays all that it can: try again in a moment.", {
          "retry-after": "5",
        });
  };
}

function withEnd(response: Response, end: () => void): Response {
  end();
  return response;
}

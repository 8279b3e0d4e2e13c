/** Passes a request on to a service and its answer back, chunk by chunk; keeps nothing and logs nothing. */

import { isForCodingToolsOnly, requestPathOf } from "../../offers/endpoint";
import { findEndpoint } from "../../offers/endpoints";
import type { Region } from "../../offers/model";
import { ENGLISH } from "../../words/plain-words";
import { createRateLimit } from "../rate-limit";
import { type BodyFault, MAX_BODY_BYTES } from "../read-json-body";
import { isCrossSite } from "../request-origin";
import { chooseKey } from "./choose-key";
import { clientOf } from "./client-of";
import { forward } from "./forward";
import { noteMarkers } from "./note-markers";
import { relayedAnswer, relayedHeaders } from "./pass-headers";
import { refuseRelay } from "./relay-refusals";
import type { RelaySettings } from "./settings";
import { createStreamGate } from "./stream-gate";
import type { Upstream, UpstreamInit } from "./upstream";

interface RelayOptions {
  readonly fetch: Upstream;
  /** Milliseconds, for the requests per minute. */
  readonly now: () => number;
  readonly settings: RelaySettings;
}

/** Where a request goes and what is sent with it; an answer where it may not go. */
type Course = {
  readonly url: string;
  readonly headers: UpstreamInit["headers"];
  /** Where the key is from; null = not known. */
  readonly region: Region | null;
};

/** A body up to so many bytes is looked at for markers; a longer one goes on as it comes. */
const MAX_NOTED_BYTES = 1_000_000;

const BODY_FAULTS: Readonly<Record<BodyFault["code"], readonly [number, string, string]>> = {
  too_large: [413, "relay_body_too_large", "The request is larger than 10 MB: shorten its texts."],
  cut: [400, "relay_body_cut", "The request broke off before its end: send it again."],
};

function planCourse({ headers }: Request, settings: RelaySettings): Course | Response {
  const workspace = headers.get("x-relay-workspace");
  const found = findEndpoint(headers.get("x-relay-endpoint") ?? "", {
    ...(workspace === null ? {} : { workspace }),
    more: settings.endpoints,
  });
  if (!found.ok) return refuseRelay(400, "relay_endpoint", ENGLISH.say(found.reason));
  const { endpoint, url } = found;
  if (isForCodingToolsOnly(endpoint)) {
    return refuseRelay(
      403,
      "relay_plan",
      `${ENGLISH.say(endpoint.terms ?? "")} Choose a pay-as-you-go endpoint and its key.`,
    );
  }
  const chosen = chooseKey(headers, settings);
  if (!chosen.ok) return refuseRelay(401, chosen.code, chosen.sentence);
  return {
    url: url + requestPathOf(endpoint.dialect),
    headers: relayedHeaders(chosen.key, endpoint.dialect),
    region: endpoint.region,
  };
}

/**
 * The relay of one process: its limits are counted in memory. It answers with the service's status and body unchanged, or
 * with `{ error: { code, message } }` and `x-relay-source: relay`. Only listed hosts are ever reached.
 */
export function createRelay({ fetch, now, settings }: RelayOptions): (request: Request) => Promise<Response> {
  const rate = createRateLimit(settings.requestsPerMinute, now);
  const gate = createStreamGate(settings.streamsPerClient, settings.streams);

  const send = (request: Request, { region, ...course }: Course, leave: () => void): Promise<Response> => {
    let note: string | null = null;
    return forward(
      {
        request,
        ...course,
        limit: MAX_BODY_BYTES,
        kept: MAX_NOTED_BYTES,
        onBody(body) {
          if (body.length === 0)
            return refuseRelay(400, "relay_body_empty", "The request is empty: send it as the body.");
          note = "chunks" in body ? null : noteMarkers(body, region);
          return undefined;
        },
        refuseBody: (code) => refuseRelay(...BODY_FAULTS[code]),
        answerHeaders: (from) => relayedAnswer(from, note),
      },
      fetch,
      settings,
      leave,
    );
  };

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

/** Passes a request on to a service and its answer back, chunk by chunk; keeps nothing and logs nothing. */

import { isForCodingToolsOnly, requestPathOf } from "../../offers/endpoint";
import { findEndpoint } from "../../offers/endpoints";
import type { Region } from "../../offers/model";
import { type Message, tell } from "../../words/message";
import type { BodyRoom } from "../body-limits";
import { asksForSession, SESSION_HEADER } from "../emulator/responses/session-cache";
import { createRateLimit } from "../rate-limit";
import { BODY_HEADERS, BODY_STATUS, BODY_WAITS, type BodyFault } from "../read-body";
import { MAX_BODY_BYTES } from "../read-json-body";
import { isCrossSite } from "../request-origin";
import { chooseKey } from "./choose-key";
import { clientOf } from "./client-of";
import { forward } from "./forward";
import { noteMarkers } from "./note-markers";
import { relayedAnswer, relayedHeaders } from "./pass-headers";
import { BY_RELAY, refuseRelay, tellTerms } from "./relay-refusals";
import type { RelaySettings } from "./settings";
import { createStreamGate, type Full } from "./stream-gate";
import type { Upstream, UpstreamInit } from "./upstream";

interface RelayOptions {
  readonly fetch: Upstream;
  /** Milliseconds, for the requests per minute. */
  readonly now: () => number;
  readonly settings: RelaySettings;
  /** What bodies may take; absent = that of this process. */
  readonly room?: BodyRoom;
}

/** Where a request goes and what is sent with it; an answer where it may not go. */
type Course = {
  readonly url: string;
  readonly headers: UpstreamInit["headers"];
  /** Where the key is from; null = not known. */
  readonly region: Region | null;
  readonly api: "responses" | null;
};

/** Which API of an endpoint of the OpenAI dialect takes the request, where it is not the chat. */
const API_HEADER = "x-relay-api";

/** A body up to so many bytes is looked at for markers. */
const MAX_NOTED_BYTES = 1_000_000;

const BODY_FAULTS: Readonly<Record<BodyFault["code"], readonly [code: string, message: Message]>> = {
  too_large: ["relay_body_too_large", tell("server.relayBodyTooLarge")],
  cut: ["relay_body_cut", tell("server.requestCut")],
  ...BODY_WAITS,
};

const refuseBody = (request: Request, code: BodyFault["code"]): Response =>
  refuseRelay(request, BODY_STATUS[code], ...BODY_FAULTS[code], BODY_HEADERS[code]);

/** Nobody knows when an answer under way ends; so many seconds later a place may be free. */
const PLACE_WAIT = { "retry-after": "5" };

const refuseFull = (request: Request, full: Full): Response =>
  full === "client"
    ? refuseRelay(request, 429, "relay_too_many_streams", tell("server.relayStreams"), PLACE_WAIT)
    : refuseRelay(request, 503, "relay_full", tell("server.relayFull"), PLACE_WAIT);

function planCourse(request: Request, settings: RelaySettings): Course | Response {
  const { headers } = request;
  const workspace = headers.get("x-relay-workspace");
  const found = findEndpoint(headers.get("x-relay-endpoint") ?? "", {
    ...(workspace === null ? {} : { workspace }),
    more: settings.endpoints,
  });
  if (!found.ok) return refuseRelay(request, 400, "relay_endpoint", found.reason);
  const { endpoint, url } = found;
  if (isForCodingToolsOnly(endpoint)) {
    return refuseRelay(request, 403, "relay_plan", tellTerms(endpoint));
  }
  const api = headers.get(API_HEADER);
  if (api !== null && (api !== "responses" || endpoint.dialect !== "openai")) {
    return refuseRelay(request, 400, "relay_api", tell("server.relayApi"));
  }
  const chosen = chooseKey(headers, settings);
  if (!chosen.ok) return refuseRelay(request, 401, chosen.code, chosen.sentence);
  return {
    url: url + (api === null ? requestPathOf(endpoint.dialect) : "/responses"),
    headers: {
      ...relayedHeaders(chosen.key, endpoint.dialect),
      ...(api !== null && asksForSession(headers) ? { [SESSION_HEADER]: "enable" } : {}),
    },
    region: endpoint.region,
    api,
  };
}

/**
 * The relay of one process: its limits are counted in memory. It answers with the service's status and body unchanged, or
 * with `{ error: { code, message } }` and `x-relay-source: relay`. Only listed hosts are ever reached.
 */
export function createRelay({
  fetch,
  now,
  settings,
  room,
}: RelayOptions): (request: Request) => Promise<Response> {
  const rate = createRateLimit(settings.requestsPerMinute, now);
  const gate = createStreamGate(settings.streamsPerClient, settings.streams);

  function send(request: Request, client: string, { region, api, ...course }: Course): Promise<Response> {
    let note: string | null = null;
    return forward(
      {
        request,
        ...course,
        ...(room ? { room } : {}),
        limit: MAX_BODY_BYTES,
        enter(body) {
          if (body.length === 0)
            return refuseRelay(request, 400, "relay_body_empty", tell("server.relayBodyEmpty"));
          const entered = gate.enter(client);
          if (!entered.ok) return refuseFull(request, entered.full);
          note = body.length > MAX_NOTED_BYTES ? null : noteMarkers(body.whole(), region, api);
          return entered.leave;
        },
        refuseBody: (code) => refuseBody(request, code),
        ownHeaders: BY_RELAY,
        answerHeaders: (from) => relayedAnswer(from, note),
      },
      fetch,
      settings,
    );
  }

  return async (request) => {
    if (isCrossSite(request, settings.trustedProxies > 0)) {
      return refuseRelay(request, 403, "relay_cross_site", tell("server.relayCrossSite"));
    }
    const client = clientOf(request.headers, settings.trustedProxies);
    const wait = rate.take(client);
    if (wait > 0) {
      const sentence = tell("server.relayRate", { most: settings.requestsPerMinute, wait });
      return refuseRelay(request, 429, "relay_rate_limited", sentence, { "retry-after": String(wait) });
    }
    const course = planCourse(request, settings);
    return course instanceof Response ? course : send(request, client, course);
  };
}

/** Short links over HTTP: takes, gives and deletes sealed layouts. Nothing of a request is logged. */
import { ENVELOPE_BYTES, ENVELOPE_VERSION } from "../../share/seal";
import { type Message, tell } from "../../words/message";
import { answerSafely } from "../answer-post";
import { type Asked, errorResponse, NO_STORE } from "../error-response";
import { createRateLimit } from "../rate-limit";
import { BODY_HEADERS, BODY_STATUS, BODY_WAITS, BodyFault, readBytes } from "../read-body";
import { hasType } from "../read-json-body";
import { clientOf } from "../relay/client-of";
import { isCrossSite } from "../request-origin";
import { ServiceUnavailable } from "../service-unavailable";
import { createDayLimit } from "./day-limit";
import type { ShortLinkSettings } from "./settings";
import type { ShortLinks } from "./short-links";

export interface ShortLinkRoutes {
  create(request: Request): Promise<Response>;
  read(request: Request, id: string): Promise<Response>;
  remove(request: Request, id: string): Promise<Response>;
}

interface ShortLinkRoutesOptions {
  readonly open: () => Promise<ShortLinks>;
  readonly settings: ShortLinkSettings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The header with which a link is deleted. */
const DELETE_TOKEN_HEADER = "x-delete-token";
const TYPE = "application/octet-stream";
const ID = /^[\w-]{22}$/;
const DAYS: ReadonlyMap<string, number> = new Map([
  ["1", 1],
  ["30", 30],
  ["365", 365],
]);

const refuse = (
  request: Asked,
  status: number,
  code: string,
  message: Message,
  headers: HeadersInit = {},
): Response => errorResponse(request, status, { code, message }, headers);

const gone = (request: Asked): Response => refuse(request, 404, "short_link_gone", tell("server.linkGone"));

const crossSite = (request: Asked): Response =>
  refuse(request, 403, "short_link_cross_site", tell("server.linkCrossSite"));

/** The sealed bytes of a request; an answer where there are none, too many, or others. */
async function readSealed(request: Request, limit: number): Promise<Uint8Array | Response> {
  if (!hasType(request, TYPE)) {
    return refuse(request, 415, "short_link_type", tell("server.linkType", { type: TYPE }));
  }
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(request, limit);
  } catch (error) {
    const code = error instanceof BodyFault ? error.code : "cut";
    if (error instanceof ServiceUnavailable) throw error;
    if (code === "late" || code === "full") {
      const [name, message] = BODY_WAITS[code];
      return refuse(request, BODY_STATUS[code], name, message, BODY_HEADERS[code]);
    }
    if (code === "cut") return refuse(request, 400, "short_link_cut", tell("server.linkCut"));
    const most = limit.toLocaleString("en-US");
    return refuse(request, 413, "short_link_too_large", tell("server.linkTooLarge", { most }));
  }
  // Texts in the clear begin otherwise: nobody is to store them here by mistake.
  if (bytes[0] !== ENVELOPE_VERSION || bytes.length <= ENVELOPE_BYTES) {
    return refuse(request, 400, "short_link_not_sealed", tell("server.linkNotSealed"));
  }
  return bytes;
}

const guard = (request: Asked, act: () => Promise<Response>): Promise<Response> =>
  answerSafely(request, "Short links", act, tell("server.failed"));

/** The routes of one process: what each client has made is counted in its memory alone. */
export function createShortLinkRoutes({ open, settings, now }: ShortLinkRoutesOptions): ShortLinkRoutes {
  const rate = createRateLimit(settings.perMinute, now);
  const daily = createDayLimit(settings.perDay, now);
  const isForeign = (request: Request) => isCrossSite(request, settings.trustedProxies > 0);

  async function create(request: Request): Promise<Response> {
    if (isForeign(request)) return crossSite(request);
    const client = clientOf(request.headers, settings.trustedProxies);
    const wait = rate.take(client);
    if (wait > 0) {
      const message = tell("server.linkRate", { wait });
      return refuse(request, 429, "short_link_rate", message, { "Retry-After": String(wait) });
    }
    const asked = new URL(request.url).searchParams.get("days");
    const days = asked === null ? settings.standardDays : DAYS.get(asked);
    if (days === undefined) return refuse(request, 400, "short_link_days", tell("server.linkDays"));
    const sealed = await readSealed(request, settings.bytes);
    if (sealed instanceof Response) return sealed;
    const tomorrow = daily.take(client);
    if (tomorrow > 0) {
      const message = tell("server.linkDay", { most: settings.perDay });
      return refuse(request, 429, "short_link_day", message, { "Retry-After": String(tomorrow) });
    }
    const made = await (await open()).create(sealed, days);
    if (made === "full") return refuse(request, 507, "short_link_full", tell("server.linkFull"));
    if (made === "life") return refuse(request, 507, "short_link_life", tell("server.linkLife"));
    // Epoch seconds, as everywhere in the API.
    const expiresAt = Math.floor(made.expiresAt / 1000);
    return Response.json({ ...made, expiresAt }, { status: 201, headers: NO_STORE });
  }

  async function read(request: Asked, id: string): Promise<Response> {
    const sealed = ID.test(id) ? await (await open()).read(id) : null;
    return sealed ? new Response(sealed, { headers: { ...NO_STORE, "Content-Type": TYPE } }) : gone(request);
  }

  async function remove(request: Request, id: string): Promise<Response> {
    if (isForeign(request)) return crossSite(request);
    const token = request.headers.get(DELETE_TOKEN_HEADER) ?? "";
    const outcome = ID.test(id) ? await (await open()).remove(id, token) : "gone";
    if (outcome === "gone") return gone(request);
    if (outcome === "removed") return new Response(null, { status: 204, headers: NO_STORE });
    return refuse(request, 403, "short_link_token", tell("server.linkToken"));
  }

  return {
    create: (request) => guard(request, () => create(request)),
    read: (request, id) => guard(request, () => read(request, id)),
    remove: (request, id) => guard(request, () => remove(request, id)),
  };
}

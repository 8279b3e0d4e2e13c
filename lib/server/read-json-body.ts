/** Checks what is sent here: method, content type, size, JSON; what is wrong is told in one sentence. Shapes: `checkShape`. */
import type { ApiError } from "../api/check-shape";
import { describeJsonError } from "../prompt/json-error";
import { parseJson } from "../prompt/json-tree";
import { LIMITS } from "../prompt/limits";
import { type Message, type Said, tell } from "../words/message";
import type { BodyRoom } from "./body-limits";
import { type Asked, errorResponse } from "./error-response";
import { BODY_HEADERS, BODY_STATUS, BODY_WAITS, BodyFault, readBytes } from "./read-body";
import { ServiceUnavailable } from "./service-unavailable";

export const MAX_BODY_BYTES = 10 * 1024 * 1024;

export interface RefusedBody {
  readonly ok: false;
  readonly status: 400 | 408 | 413 | 503;
  readonly error: ApiError;
  /** Of the answer: when to come back, and whether the connection ends. */
  readonly headers?: Readonly<Record<string, string>>;
}

type JsonBody = { readonly ok: true; readonly value: unknown } | RefusedBody;
type TextBody = { readonly ok: true; readonly text: string } | RefusedBody;
type Body = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | RefusedBody;

const FAULTS: Readonly<Record<BodyFault["code"], ApiError>> = {
  too_large: { code: "body_too_large", message: tell("server.bodyTooLarge") },
  cut: { code: "json_invalid", message: tell("server.bodyCut") },
  late: { code: BODY_WAITS.late[0], message: BODY_WAITS.late[1] },
  full: { code: BODY_WAITS.full[0], message: BODY_WAITS.full[1] },
};

const refuseFault = (code: BodyFault["code"]): RefusedBody => ({
  ok: false,
  status: BODY_STATUS[code],
  error: FAULTS[code],
  headers: BODY_HEADERS[code],
});

/** Beyond `MAX_BODY_BYTES`. */
export const TOO_LARGE = refuseFault("too_large");

const refuse = (message: Said): RefusedBody => ({
  ok: false,
  status: 400,
  error: { code: "json_invalid", message },
});

/**
 * The answer to methods that a route does not take.
 * @param allowed those that it takes, e.g. `GET, POST`
 */
export const refuseMethod = (
  request: Asked,
  allowed: string,
  message: Message,
  headers: HeadersInit = {},
): Response =>
  errorResponse(request, 405, { code: "method_not_allowed", message }, { ...headers, Allow: allowed });

/** Whether a body is said to be of this media type, whatever its parameters. */
export const hasType = ({ headers }: Pick<Request, "headers">, type: string): boolean =>
  headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() === type;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where brackets outside strings are nested deeper than anything that follows can walk; -1 where nowhere. */
function findTooDeep(text: string): number {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) inString = !inString;
    else if (inString) index += code === BACKSLASH ? 1 : 0;
    // `{` and `[` differ by one bit, and so do `}` and `]`.
    else if ((code | 0x20) === 0x7b) depth += 1;
    else if ((code | 0x20) === 0x7d) depth -= 1;
    if (depth > LIMITS.depth) return index;
  }
  return -1;
}

/** A text up to the bracket that is one too many: what comes behind it tells nothing more, and may be megabytes of the same. */
export function cutTooDeep(text: string): string {
  const end = findTooDeep(text);
  return end < 0 ? text : text.slice(0, end + 1);
}

/** What strict JSON makes of a body's text. Never throws, however deep it is nested. */
export function parseJsonText(sent: string): JsonBody {
  if (sent === "") return refuse(tell("server.bodyEmpty"));
  const text = cutTooDeep(sent);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // The message of JSON.parse has no line and quotes what was sent; the playground's own says it better.
    const { error } = parseJson(text);
    return refuse(error ? describeJsonError(text, error).message : tell("server.bodyNotStrict"));
  }
}

/** Reads the body of a request, whatever it holds. Never throws. */
export async function readBody(request: Request, room?: BodyRoom): Promise<Body> {
  try {
    return { ok: true, bytes: await readBytes(request, MAX_BODY_BYTES, room) };
  } catch (error) {
    if (error instanceof ServiceUnavailable) return { ok: false, status: 503, error: error.error };
    return refuseFault(error instanceof BodyFault ? error.code : "cut");
  }
}

/** A body as text, whatever content type it claims; a byte order mark is left out. */
export function decodeBody(bytes: Uint8Array): TextBody {
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return refuse(tell("server.bodyNotText"));
  }
}

/** What strict JSON makes of a body. Never throws. */
export function parseJsonBody(bytes: Uint8Array): JsonBody {
  const body = decodeBody(bytes);
  return body.ok ? parseJsonText(body.text) : body;
}

/** Reads and parses the body of a request. Never throws for what was sent. */
export async function readJsonBody(request: Request, room?: BodyRoom): Promise<JsonBody> {
  const body = await readBody(request, room);
  return body.ok ? parseJsonBody(body.bytes) : body;
}

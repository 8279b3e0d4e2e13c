/** Checks what is sent here: method, content type, size, JSON; what is wrong is told in one sentence. Shapes: `checkShape`. */
import type { ApiError } from "../api/check-shape";
import { describeJsonError } from "../prompt/json-error";
import { parseJson } from "../prompt/json-tree";
import { LIMITS } from "../prompt/limits";
import { type Message, type Said, tell } from "../words/message";
import type { BodyRoom } from "./body-limits";
import { type Asked, errorResponse } from "./error-response";
import { BODY_STATUS, BODY_WAITS, BodyFault, readBytes } from "./read-body";
import { ServiceUnavailable } from "./service-unavailable";

export const MAX_BODY_BYTES = 10 * 1024 * 1024;

interface RefusedBody {
  readonly ok: false;
  readonly status: 400 | 408 | 413 | 503;
  readonly error: ApiError;
}

type JsonBody = { readonly ok: true; readonly value: unknown } | RefusedBody;
type TextBody = { readonly ok: true; readonly text: string } | RefusedBody;

const FAULTS: Readonly<Record<BodyFault["code"], ApiError>> = {
  too_large: { code: "body_too_large", message: tell("server.bodyTooLarge") },
  cut: { code: "json_invalid", message: tell("server.bodyCut") },
  late: { code: BODY_WAITS.late[0], message: BODY_WAITS.late[1] },
  full: { code: BODY_WAITS.full[0], message: BODY_WAITS.full[1] },
};

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

/** True when brackets outside strings are nested deeper than anything that follows can walk. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) inString = !inString;
    else if (inString) index += code === BACKSLASH ? 1 : 0;
    // `{` and `[` differ by one bit, and so do `}` and `]`.
    else if ((code | 0x20) === 0x7b) depth += 1;
    else if ((code | 0x20) === 0x7d) depth -= 1;
    if (depth > LIMITS.depth) return true;
  }
  return false;
}

/** What strict JSON makes of a body's text. Never throws, however deep it is nested. */
export function parseJsonText(text: string): JsonBody {
  if (text === "") return refuse(tell("server.bodyEmpty"));
  if (!isTooDeep(text)) {
    try {
      return { ok: true, value: JSON.parse(text) };
    } catch {
      // The message of JSON.parse has no line and quotes what was sent; the playground's own says it better.
    }
  }
  const { error } = parseJson(text);
  return refuse(error ? describeJsonError(text, error).message : tell("server.bodyNotStrict"));
}

/** Reads the body of a request as text, whatever content type it claims; a byte order mark is left out. Never throws. */
export async function readTextBody(request: Request, room?: BodyRoom): Promise<TextBody> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(request, MAX_BODY_BYTES, room);
  } catch (error) {
    if (error instanceof ServiceUnavailable) return { ok: false, status: 503, error: error.error };
    const code = error instanceof BodyFault ? error.code : "cut";
    return { ok: false, status: BODY_STATUS[code], error: FAULTS[code] };
  }
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return refuse(tell("server.bodyNotText"));
  }
}

/** Reads and parses the body of a request. Never throws for what was sent. */
export async function readJsonBody(request: Request, room?: BodyRoom): Promise<JsonBody> {
  const body = await readTextBody(request, room);
  return body.ok ? parseJsonText(body.text) : body;
}

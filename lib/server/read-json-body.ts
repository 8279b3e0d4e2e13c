/** Reads a request's body as text or JSON: no more than 10 MB of it, and with the place of a mistake. */
import { describeJsonError } from "../prompt/json-error";
import { MAX_DEPTH, parseJson } from "../prompt/json-tree";
import type { ApiError } from "./error-response";

export const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** Of a body that is too large, this much more is read and thrown away, so that its sender lives to see the answer. */
const MAX_DISCARDED_BYTES = 10 * MAX_BODY_BYTES;

interface RefusedBody {
  readonly ok: false;
  readonly status: 400 | 413;
  readonly error: ApiError;
}

export type JsonBody = { readonly ok: true; readonly value: unknown } | RefusedBody;
export type TextBody = { readonly ok: true; readonly text: string } | RefusedBody;

const TOO_LARGE: RefusedBody = {
  ok: false,
  status: 413,
  error: {
    code: "body_too_large",
    message: "The body is larger than 10 MB, which is all that is read; shorten the texts in it.",
  },
};

const refuse = (message: string): RefusedBody => ({
  ok: false,
  status: 400,
  error: { code: "json_invalid", message },
});

/** The body's bytes, or null when there are more than `limit`; bytes beyond it are never kept. */
export async function readBytes(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const reader = body.getReader();
  const kept: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length <= limit) kept.push(value);
    else kept.length = 0;
    if (length > limit + MAX_DISCARDED_BYTES) {
      await reader.cancel();
      break;
    }
  }
  return length > limit ? null : Buffer.concat(kept);
}

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
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** What strict JSON makes of a body's text. Never throws, however deep it is nested. */
export function parseJsonText(text: string): JsonBody {
  if (text === "") return refuse("The body is empty: send a JSON object.");
  if (!isTooDeep(text)) {
    try {
      return { ok: true, value: JSON.parse(text) };
    } catch {
      // The message of JSON.parse has no line and quotes what was sent; the playground's own says it better.
    }
  }
  const { error } = parseJson(text);
  return refuse(
    error
      ? describeJsonError(text, error).message
      : "The body is not strict JSON: remove its comments and the commas before closing brackets.",
  );
}

/** Reads the body of a request as text, whatever content type it claims; a byte order mark is left out. Never throws. */
export async function readTextBody(request: Request): Promise<TextBody> {
  if (!request.body) return { ok: true, text: "" };
  let bytes: Uint8Array | null;
  try {
    bytes = await readBytes(request.body, MAX_BODY_BYTES);
  } catch {
    return refuse("The body broke off before its end: send it again.");
  }
  if (!bytes) return TOO_LARGE;
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return refuse("The body is not UTF-8 text: send JSON, encoded as UTF-8 and not compressed.");
  }
}

/** Reads and parses the body of a request. Never throws for what was sent. */
export async function readJsonBody(request: Request): Promise<JsonBody> {
  const body = await readTextBody(request);
  return body.ok ? parseJsonText(body.text) : body;
}

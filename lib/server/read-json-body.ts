/** Reads a request's body as JSON: no more than 10 MB of it, and with the place of a mistake. */
import { describeJsonError } from "../prompt/json-error";
import { MAX_DEPTH, parseJson } from "../prompt/json-tree";
import type { ApiError } from "./error-response";

export const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** Of a body that is too large, this much more is read and thrown away, so that its sender lives to see the answer. */
const MAX_DISCARDED_BYTES = 10 * MAX_BODY_BYTES;

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413; readonly error: ApiError };

const TOO_LARGE: JsonBody = {
  ok: false,
  status: 413,
  error: {
    code: "body_too_large",
    message: "The body is larger than 10 MB, which is all that is read; shorten the texts in it.",
  },
};

const refuse = (message: string): JsonBody => ({
  ok: false,
  status: 400,
  error: { code: "json_invalid", message },
});

/** The body's bytes, or null when there are more than `limit`; bytes beyond it are never kept. */
async function readBytes(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | null> {
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

function parseText(text: string): JsonBody {
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

/** Reads and parses the body of a request, whatever content type it claims. Never throws for what was sent. */
export async function readJsonBody(request: Request): Promise<JsonBody> {
  if (!request.body) return refuse("The body is empty: send a JSON object.");
  let bytes: Uint8Array | null;
  try {
    bytes = await readBytes(request.body, MAX_BODY_BYTES);
  } catch {
    return refuse("The body broke off before its end: send it again.");
  }
  if (!bytes) return TOO_LARGE;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("The body is not UTF-8 text: send JSON, encoded as UTF-8 and not compressed.");
  }
  return parseText(text);
}

/** Checks what is sent here: method, content type, size, JSON; what is wrong is told in one sentence. Shapes: `checkShape`. */
import type { ApiError } from "../api/check-shape";
import { describeJsonError } from "../prompt/json-error";
import { MAX_DEPTH, parseJson } from "../prompt/json-tree";
import { type Message, type Said, tell } from "../words/message";
import { type Asked, errorResponse } from "./error-response";

export const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** Of a body that is not wanted, this much is read and thrown away, so that its sender lives to see the answer. */
const MAX_DISCARDED_BYTES = 10 * MAX_BODY_BYTES;

export interface RefusedBody {
  readonly ok: false;
  readonly status: 400 | 413;
  readonly error: ApiError;
}

type JsonBody = { readonly ok: true; readonly value: unknown } | RefusedBody;
type TextBody = { readonly ok: true; readonly text: string } | RefusedBody;
type Body = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | RefusedBody;

/** Beyond `MAX_BODY_BYTES`. */
export const TOO_LARGE: RefusedBody = {
  ok: false,
  status: 413,
  error: {
    code: "body_too_large",
    message: tell("server.bodyTooLarge"),
  },
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

/** What stops a body: it is larger than is taken or broke off before its end. */
export class BodyFault extends Error {
  readonly code: "too_large" | "cut";

  constructor(code: BodyFault["code"]) {
    super(code);
    this.name = "BodyFault";
    this.code = code;
  }
}

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let left = MAX_DISCARDED_BYTES; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.length;
  }
  await reader.cancel();
}

/**
 * The chunks of a body as they come. Throws a `BodyFault` beyond `limit` bytes and where the body breaks off. What its
 * taker leaves of it is read and thrown away.
 */
export async function* readChunks(body: Request["body"], limit: number): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  let length = 0;
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new BodyFault("cut");
      });
      isOver = done;
      if (done) return;
      length += value.length;
      if (length > limit) throw new BodyFault("too_large");
      yield value;
    }
  } finally {
    if (!isOver) await discard(reader).catch(() => undefined);
  }
}

/** The whole of a body. Rejects with a `BodyFault`; bytes beyond `limit` are never kept. */
export async function readBytes({ body }: Pick<Request, "body">, limit: number) {
  const kept: Uint8Array[] = [];
  for await (const chunk of readChunks(body, limit)) kept.push(chunk);
  return Buffer.concat(kept);
}

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
    if (depth > MAX_DEPTH) return index;
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
export async function readBody(request: Pick<Request, "body">): Promise<Body> {
  try {
    // A copy of its own: small buffers share one block of memory, which cannot be handed to another thread.
    return { ok: true, bytes: new Uint8Array(await readBytes(request, MAX_BODY_BYTES)) };
  } catch (error) {
    if (error instanceof BodyFault && error.code === "too_large") return TOO_LARGE;
    return refuse(tell("server.bodyCut"));
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
export async function readJsonBody(request: Request): Promise<JsonBody> {
  const body = await readBody(request);
  return body.ok ? parseJsonBody(body.bytes) : body;
}

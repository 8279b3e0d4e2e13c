/** What every JSON route does: read the body, have it worked out beside this thread, answer with what that says. */
import { type Message, tell } from "../words/message";
import { type Asked, errorResponse, WORDED } from "./error-response";
import { readBody } from "./read-json-body";
import { languageOf } from "./request-language";
import { originOf, trustsProxy } from "./request-origin";
import { ServiceUnavailable } from "./service-unavailable";
import { tellOperator } from "./tell-operator";
import type { AskWork } from "./work/work";

/** Where an error arose, without its message: that may quote what was sent. */
export const traceOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, ...(error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))].join("\n")
    : "thrown value";

/**
 * Answers what is worked out of the body: 200 with the value, or 400 with what is wrong. Else 413, 503 where it cannot be
 * worked out here and now, and 500 for a fault of our own.
 */
export const answerPost = (
  request: Request,
  kind: "analyze" | "simulate" | "compare",
  ask: AskWork,
): Promise<Response> =>
  answerSafely(request, new URL(request.url).pathname, async () => {
    const body = await readBody(request);
    if (!body.ok) return errorResponse(request, body.status, body.error, body.headers);
    const posted = {
      bytes: body.bytes,
      query: new URL(request.url).search,
      origin: originOf(request, trustsProxy(process.env)),
      language: languageOf(request.headers),
    };
    const { status, contentType, bytes } = await ask(kind, posted, request.signal);
    return new Response(bytes, { status, headers: { "Content-Type": contentType, ...WORDED } });
  });

const unavailableResponse = (request: Asked, { error, retryAfter }: ServiceUnavailable): Response =>
  errorResponse(request, 503, error, retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) });

/**
 * Answers 503 with the sentence of what cannot be had, and 500 for a fault of our own, of which the operator reads where it
 * arose alone.
 * @param where named to the operator, e.g. the path
 */
export async function answerSafely(
  request: Asked,
  where: string,
  act: () => Promise<Response>,
  message: Message = tell("server.failedKept"),
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ServiceUnavailable) return unavailableResponse(request, error);
    tellOperator(`${where}: ${traceOf(error)}`);
    return errorResponse(request, 500, { code: "internal_error", message });
  }
}

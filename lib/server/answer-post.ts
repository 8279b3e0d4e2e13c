/** What every JSON route does: read the body, hand it to a pure function, answer with what that says. */
import type { Refused } from "../api/check-shape";
import { type Message, tell } from "../words/message";
import { type Asked, errorResponse, wordedResponse } from "./error-response";
import { readJsonBody, readTextBody } from "./read-json-body";
import { ServiceUnavailable } from "./service-unavailable";
import { tellOperator } from "./tell-operator";

type Answer<T> = { readonly ok: true; readonly value: T; readonly contentType?: string } | Refused;

/** Where an error arose, without its message: that may quote what was sent. */
export const traceOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, ...(error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))].join("\n")
    : "thrown value";

/** Answers 200 with the value, or with the error: 400, 413, 503 for a wrong set-up, and 500 for a fault of our own. */
export async function answerPost<T>(
  request: Request,
  compute: (body: unknown) => Promise<Answer<T>> | Answer<T>,
): Promise<Response> {
  const body = await readJsonBody(request);
  return body.ok
    ? writeResponse(request, () => compute(body.value))
    : errorResponse(request, body.status, body.error);
}

/** The same for a body that is taken as text, JSON or not. */
export async function answerTextPost<T>(
  request: Request,
  compute: (text: string) => Promise<Answer<T>> | Answer<T>,
): Promise<Response> {
  const body = await readTextBody(request);
  return body.ok
    ? writeResponse(request, () => compute(body.text))
    : errorResponse(request, body.status, body.error);
}

const writeResponse = <T>(
  request: Request,
  compute: () => Promise<Answer<T>> | Answer<T>,
): Promise<Response> =>
  answerSafely(request, new URL(request.url).pathname, async () => {
    const answer = await compute();
    if (!answer.ok) return errorResponse(request, 400, answer.error);
    const { value, contentType = "application/json" } = answer;
    return wordedResponse(request, value, { headers: { "Content-Type": contentType } });
  });

/**
 * Answers 503 with the sentence of a wrong set-up, and 500 for a fault of our own, of which the operator reads where it
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
    if (error instanceof ServiceUnavailable) return errorResponse(request, 503, error.error);
    tellOperator(`${where}: ${traceOf(error)}`);
    return errorResponse(request, 500, { code: "internal_error", message });
  }
}

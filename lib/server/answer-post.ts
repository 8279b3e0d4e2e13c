/** What every JSON route does: read the body, hand it to a pure function, answer with what that says. */
import { type ApiError, errorResponse, NO_STORE } from "./error-response";
import { readJsonBody } from "./read-json-body";
import { ServiceUnavailable } from "./service-unavailable";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** Where an error arose, without its message: that may quote what was sent. */
const traceOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, ...(error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))].join("\n")
    : "thrown value";

/** Answers 200 with the value, or with the error: 400, 413, 503 for a wrong set-up, and 500 for a fault of our own. */
export async function answerPost<T>(
  request: Request,
  compute: (body: unknown) => Promise<Answer<T>> | Answer<T>,
): Promise<Response> {
  const body = await readJsonBody(request);
  if (!body.ok) return errorResponse(body.status, body.error);
  try {
    const answer = await compute(body.value);
    return answer.ok ? Response.json(answer.value, { headers: NO_STORE }) : errorResponse(400, answer.error);
  } catch (error) {
    if (error instanceof ServiceUnavailable) return errorResponse(503, error.error);
    process.stderr.write(`${new URL(request.url).pathname}: ${traceOf(error)}\n`);
    return errorResponse(500, {
      code: "internal_error",
      message: "The server failed on this request; nothing of it was kept.",
    });
  }
}

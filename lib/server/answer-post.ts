/** What every JSON route does: read the body, hand it to a pure function, answer with what that says. */
import type { Refused } from "../api/check-shape";
import { en } from "../words/en";
import { isMessage, type Message } from "../words/message";
import { errorResponse, NO_STORE } from "./error-response";
import { readJsonBody, readTextBody } from "./read-json-body";
import { wordsOf } from "./request-words";
import { ServiceUnavailable } from "./service-unavailable";

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
  return body.ok ? writeResponse(request, () => compute(body.value)) : errorResponse(body.status, body.error);
}

/** The same for a body that is taken as text, JSON or not. */
export async function answerTextPost<T>(
  request: Request,
  compute: (text: string) => Promise<Answer<T>> | Answer<T>,
): Promise<Response> {
  const body = await readTextBody(request);
  return body.ok ? writeResponse(request, () => compute(body.text)) : errorResponse(body.status, body.error);
}

/** Told by lib, not by whoever sent it: a body that is given back may hold a `key` of its own. */
function isTold(value: unknown): value is Message {
  if (!isMessage(value) || typeof value.key !== "string") return false;
  const [namespace = "", key = ""] = value.key.split(".");
  const texts: object | undefined = Object.hasOwn(en, namespace)
    ? en[namespace as keyof typeof en]
    : undefined;
  const isPlain = Object.keys(value).every((name) => name === "key" || name === "values");
  return isPlain && texts !== undefined && Object.hasOwn(texts, key);
}

/** The value as JSON, what lib told in the language that is asked for. */
function writeJson(value: unknown, headers: Headers): string {
  const words = wordsOf(headers);
  return JSON.stringify(value, (_key, each: unknown) => (isTold(each) ? words.say(each) : each));
}

const writeResponse = <T>(
  request: Request,
  compute: () => Promise<Answer<T>> | Answer<T>,
): Promise<Response> =>
  answerSafely(new URL(request.url).pathname, async () => {
    const answer = await compute();
    if (!answer.ok) return errorResponse(400, answer.error);
    const { value, contentType = "application/json" } = answer;
    return new Response(writeJson(value, request.headers), {
      headers: { ...NO_STORE, "Content-Type": contentType },
    });
  });

/**
 * Answers 503 with the sentence of a wrong set-up, and 500 for a fault of our own, of which the operator reads where it
 * arose alone.
 * @param where named to the operator, e.g. the path
 */
export async function answerSafely(
  where: string,
  act: () => Promise<Response>,
  message = "The server failed on this request; nothing of it was kept.",
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ServiceUnavailable) return errorResponse(503, error.error);
    process.stderr.write(`${where}: ${traceOf(error)}\n`);
    return errorResponse(500, { code: "internal_error", message });
  }
}

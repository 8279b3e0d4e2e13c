/** The answer that says what is wrong: `{ error: { code, message, pointer? } }`, in the words of the request's language. */
import type { ApiError } from "../api/check-shape";
import { writeJson } from "../words/write-json";
import { wordsOf } from "./request-words";
import { noteReason } from "./serving-process";

/** What an answer goes by: its language is that of the request. */
export type Asked = Pick<Request, "headers">;

/** Answers hold what their request held: no cache in between may keep them. */
export const NO_STORE = { "Cache-Control": "no-store" };

/** Of answers with words in them. */
export const WORDED = { ...NO_STORE, Vary: "Accept-Language, Cookie" };

/** An answer of which every message is put into the words of the request's language. */
export function wordedResponse(request: Asked, value: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers({ "Content-Type": "application/json", ...WORDED });
  for (const [name, held] of new Headers(init.headers)) headers.set(name, held);
  return new Response(writeJson(value, wordsOf(request.headers)), { ...init, headers });
}

export const errorResponse = (
  request: Asked,
  status: number,
  error: ApiError,
  headers: HeadersInit = {},
): Response => {
  noteReason(error.code);
  return wordedResponse(request, { error }, { status, headers });
};

/** The one shape in which the HTTP API says that something is wrong: `{ error: { code, message, pointer? } }`. */
import type { ApiError } from "../api/check-shape";

/** Answers hold what their request held: no cache in between may keep them. */
export const NO_STORE = { "Cache-Control": "no-store" };

export function errorResponse(status: number, error: ApiError, headers: HeadersInit = {}): Response {
  return Response.json({ error }, { status, headers: { ...NO_STORE, ...headers } });
}

/** The one shape in which the HTTP API says that something is wrong: `{ error: { code, message, pointer? } }`. */

export interface ApiError {
  /** Snake case, e.g. `json_invalid`; stable, for programs. */
  readonly code: string;
  /** One sentence for people: what is wrong, where, the mend. */
  readonly message: string;
  /** JSON Pointer into the body that was sent. */
  readonly pointer?: string;
}

/** Answers hold what their request held: no cache in between may keep them. */
export const NO_STORE = { "Cache-Control": "no-store" };

export function errorResponse(status: number, error: ApiError, headers: HeadersInit = {}): Response {
  return Response.json({ error }, { status, headers: { ...NO_STORE, ...headers } });
}

/** For every method of a route but POST. */
export function refuseMethod(): Response {
  return errorResponse(
    405,
    { code: "method_not_allowed", message: "Send a POST request with a JSON body." },
    { Allow: "POST" },
  );
}

/** What a request cannot have: the server is not set up for it, has no time for it now, or not enough for this one. */
import type { ApiError } from "../api/check-shape";
import { ENGLISH } from "../words/plain-words";

/** Thrown by what a route needs; the route answers 503 with `error`. */
export class ServiceUnavailable extends Error {
  readonly error: ApiError;
  /** One line for the operator's log: it may quote a setting, which no caller gets to see. */
  readonly line: string;
  /** Seconds after which it is worth asking again; absent where that mends nothing. */
  readonly retryAfter: number | undefined;

  /** @param line absent = what callers are told */
  constructor(error: ApiError, { line, retryAfter }: { line?: string; retryAfter?: number } = {}) {
    const said = ENGLISH.say(error.message);
    super(said);
    this.line = line ?? said;
    this.name = "ServiceUnavailable";
    this.error = error;
    this.retryAfter = retryAfter;
  }
}

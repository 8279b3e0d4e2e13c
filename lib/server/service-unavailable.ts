/** What a request cannot have: the server is not set up for it, has no time for it now, or not enough for this one. */
import type { ApiError } from "../api/check-shape";
import { ENGLISH } from "../words/plain-words";

/** Thrown by what a route needs; the route answers 503 with `error`. */
export class ServiceUnavailable extends Error {
  readonly error: ApiError;
  /** Seconds after which it is worth asking again; absent where that mends nothing. */
  readonly retryAfter: number | undefined;

  constructor(error: ApiError, retryAfter?: number) {
    super(ENGLISH.say(error.message));
    this.name = "ServiceUnavailable";
    this.error = error;
    this.retryAfter = retryAfter;
  }
}

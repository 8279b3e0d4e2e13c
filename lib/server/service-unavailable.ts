/** A fault of the server's own set-up, which every request meets until its operator mends it. */
import type { ApiError } from "../api/check-shape";
import { ENGLISH } from "../words/plain-words";

/** Thrown by what a route needs; the route answers 503 with `error`. */
export class ServiceUnavailable extends Error {
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(ENGLISH.say(error.message));
    this.name = "ServiceUnavailable";
    this.error = error;
  }
}

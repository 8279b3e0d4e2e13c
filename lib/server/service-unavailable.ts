/** A fault of the server's own set-up, which every request meets until its operator mends it. */
import type { ApiError } from "../api/check-shape";
import { ENGLISH } from "../words/plain-words";

/** Thrown by what a route needs; the route answers 503 with `error`. */
export class ServiceUnavailable extends Error {
  readonly error: ApiError;
  /** One line for the operator's log: it may quote a setting, which no caller gets to see. */
  readonly line: string;

  /** @param line absent = what callers are told */
  constructor(error: ApiError, line: string = ENGLISH.say(error.message)) {
    super(ENGLISH.say(error.message));
    this.line = line;
    this.name = "ServiceUnavailable";
    this.error = error;
  }
}

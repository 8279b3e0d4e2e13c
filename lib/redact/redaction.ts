/** What redacting gives back: the cleaned value, and what was taken out in words a user can read. */
import type { JsonValue } from "../values/json";

/**
 * A short word that tells two secrets apart and says nothing of them, e.g. `3f2a`: the same secret gives the same word, so
 * that a changed id is still seen to change.
 */
export type Alias = (secret: string) => string;

export interface Redaction<Value = JsonValue> {
  readonly value: Value;
  /** Names of what was taken out, one item each time, e.g. `an API key`, `the session id`. */
  readonly removed: readonly string[];
}

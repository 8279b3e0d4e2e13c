/** One request of an agent as the recorder keeps it: redacted, with its answer's text and its times. */
import type { AnsweredCall } from "../answers/read-stream";
import type { Dialect } from "../prompt/prompt";
import type { LengthChange } from "../tokens/restore-lengths";
import type { JsonValue } from "../values/json";

export interface RecordedAnswer {
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly AnsweredCall[];
  /** Why the model stopped, in the service's word; null where it has not said. */
  readonly finish: string | null;
  /** False where the answer broke off. */
  readonly isComplete: boolean;
  /** The service's error as one clear sentence; null where there was none. */
  readonly error: string | null;
  /** What a later request names it by, of a response that can be gone on from; else absent. */
  readonly id?: string;
}

export interface RecordedExchange {
  /** Counted from 1 within its session, in the order the requests came. */
  readonly number: number;
  /** What the request does: only `chat` has a prompt that is answered. */
  readonly kind: "chat" | "count" | "other";
  readonly dialect: Dialect;
  readonly method: string;
  /** Below the session's base URL, values of its query taken out, e.g. `/v1/messages?beta`. */
  readonly path: string;
  /** Epoch seconds at which it came. */
  readonly at: number;
  /** Seconds from there to the answer's first byte, to its first token, and to its end; null where that has not come. */
  readonly firstByte: number | null;
  readonly firstToken: number | null;
  readonly duration: number | null;
  /** Null until the answer has begun. */
  readonly status: number | null;
  /** The redacted body; null where it is not kept, and `missing` says why. */
  readonly body: JsonValue | null;
  /** Bytes of the body as it was sent. */
  readonly bytes: number;
  /** Null until it has ended. */
  readonly answer: RecordedAnswer | null;
  /** The usage object as the service sent it; null where it sent none. */
  readonly usage: JsonValue | null;
  readonly requestId: string | null;
  /** A word that stands for its key within the session, so that a second key is seen; absent where it had none. */
  readonly key?: string;
  /** True where a header asked for the session cache; absent elsewhere. */
  readonly session?: true;
  /** True where the recorder refused it because its address leads nowhere; `path` is then all below the session's. */
  readonly refused?: true;
  /** What was taken out before it was stored, e.g. `an API key`. */
  readonly redacted: readonly string[];
  /** By how many tokens texts of the body were longer before; absent where nothing was taken out, or nobody counted. */
  readonly lengths?: readonly LengthChange[];
  /** What is missing of it and why, one sentence; null where nothing is. */
  readonly missing: string | null;
}

/** A session as its holder reads it. */
export interface RecordedSession {
  /** Epoch seconds of the first request; null before it. */
  readonly startedAt: number | null;
  /** Epoch seconds at which everything of it is removed. */
  readonly expiresAt: number | null;
  /** Where the requests go: `emulator` or the id of an endpoint, e.g. `intl-anthropic`. */
  readonly target: string;
  /** In order; of a long session the oldest may be gone. */
  readonly exchanges: readonly RecordedExchange[];
  /** Oldest exchanges that were removed to keep within the size. */
  readonly forgotten: number;
  /** Exchanges that went through but could not be stored. */
  readonly unstored: number;
}

/** A session as the API answers it. */
export interface RecordedSessionAnswer extends RecordedSession {
  /** Counts every change; the next look that says `version=<this>` is given exactly what has changed after it. */
  readonly version: number;
  /** Where a look that asks the same with `after=<this>` goes on; absent where there is nothing more. */
  readonly after?: string;
}

/** What is worked on beside the thread that answers: its kinds, what goes in, and what comes out. */

import type { ApiError } from "../../api/check-shape";
import type { Language } from "../../words/languages";
import type { AskedReply, ComposedReply } from "../emulator/compose-answer";
import type { AskedResponse, ComposedResponse } from "../emulator/responses/compose-response";
import type { AskedRecording } from "../record/write-beside";
import type { RequestHalf } from "../record/write-exchange";

/** What a route of the API is asked. */
export interface PostedBody {
  /** As it was sent. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The parameters of its URL, e.g. `format=sarif`. */
  readonly query: string;
  /** Where this server is reached, e.g. `http://localhost:3000`. */
  readonly origin: string;
  readonly language: Language;
}

/** An answer of the API, written out. */
export interface WrittenBody {
  readonly status: 200 | 400;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Every kind of work: what is asked, what is answered. Both are plain values, which a thread can be handed. */
export interface Works {
  readonly analyze: [PostedBody, WrittenBody];
  readonly simulate: [PostedBody, WrittenBody];
  readonly compare: [PostedBody, WrittenBody];
  readonly reply: [AskedReply, ComposedReply];
  readonly response: [AskedResponse, ComposedResponse];
  readonly recording: [AskedRecording, RequestHalf];
}

export type WorkKind = keyof Works;

export interface Task<Kind extends WorkKind = WorkKind> {
  readonly kind: Kind;
  readonly asked: Works[Kind][0];
}

/**
 * Has something worked out. Rejects with a `ServiceUnavailable` where it takes too long or too much, or nobody is free.
 * @param signal ends it where nobody waits for it any longer
 */
export type AskWork = <Kind extends WorkKind>(
  kind: Kind,
  asked: Works[Kind][0],
  signal?: AbortSignal,
) => Promise<Works[Kind][1]>;

/** What a thread makes of a task; a fault has its place in the code, and nothing of what was sent. */
export type Outcome =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "unavailable"; readonly error: ApiError }
  | { readonly kind: "fault"; readonly trace: string };

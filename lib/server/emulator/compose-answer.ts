/** All of a chat request that needs its text: read, counted and given its reply, before its cache is played. */
import type { Layout } from "../../layout/layout";
import { findModel } from "../../offers/catalogue";
import type { ModelStudioRules } from "../../offers/model-studio-offer";
import { prepareRequest } from "../../pipeline/prepare-request";
import type { Dialect } from "../../prompt/prompt";
import type { CounterFor } from "../../tokens/token-counter";
import { composeReply, type Reply } from "./compose-reply";
import { type NativeTerms, readNative } from "./dashscope/read-native";
import { createDigestIndex } from "./digest-index";
import type { NativeService } from "./find-endpoint";
import { refuseByReading, refuseLength } from "./find-refusal";
import { listBlocks } from "./implicit-blocks";
import type { Controls } from "./read-controls";
import { type EmulatedRequest, readRequest } from "./read-request";
import type { ServiceError } from "./service-error";

/** What steers the counting and the reply. */
export interface AskedTerms extends Pick<Controls, "completion" | "calls" | "implicit" | "readings"> {
  /** The body, as it was sent. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly account: string;
  /** Whose entries the request meets. */
  readonly owner: string;
}

export interface AskedReply extends AskedTerms {
  readonly dialect: Dialect;
  /** Of DashScope's own protocol; null = it speaks its dialect. */
  readonly native: { readonly service: NativeService; readonly stream: boolean } | null;
  /** False where it is only counted. */
  readonly isAnswered: boolean;
}

/** A request as its cache sees it, without its text. */
export interface CountedRequest {
  /** Without chunks. */
  readonly layout: Layout;
  readonly rules: ModelStudioRules;
  /** Prefixes as an ideal implicit cache knows them; empty where none is asked for. */
  readonly blocks: readonly string[];
  /** All input tokens. */
  readonly total: number;
  readonly tail: number;
}

/** A reply, and how it is to be written. */
export interface Answerable extends Pick<EmulatedRequest, "model" | "stream" | "includeUsage"> {
  /** The first of `replies`. */
  readonly reply: Reply;
  readonly replies: readonly Reply[];
  /** Of DashScope's own protocol. */
  readonly terms: NativeTerms | null;
}

interface Refused {
  readonly ok: false;
  readonly error: ServiceError;
}

/** `answer` is null where the request is only counted. */
export type ComposedReply =
  | { readonly ok: true; readonly counted: CountedRequest; readonly answer: Answerable | null }
  | Refused;

/** Counts a request for the cache of its account; refused where it is longer than its model takes. */
export function countRequest(
  { prompt, model }: EmulatedRequest,
  { account, owner, implicit, readings }: AskedTerms,
  counterFor: CounterFor,
): { readonly ok: true; readonly counted: CountedRequest } | Refused {
  const ready = prepareRequest(prompt, model, counterFor, createDigestIndex(account), { readings });
  const refused = refuseLength(ready) ?? refuseByReading(ready);
  if (refused) return { ok: false, error: refused };
  const { chunks: _, ...layout } = ready.layout;
  const { rules, measured } = ready;
  const blocks = implicit ? listBlocks(ready.layout, counterFor(ready.model), owner, readings) : [];
  return { ok: true, counted: { layout, rules, blocks, total: measured.total, tail: measured.tail } };
}

/** As many replies as the request asks for; the Anthropic dialect knows one alone. */
function composeReplies(request: EmulatedRequest, asked: AskedReply, counterFor: CounterFor): Reply[] {
  const { prompt, model } = request;
  const counter = counterFor(findModel(prompt.model ?? model));
  const count = asked.dialect === "openai" ? (request.terms?.count ?? 1) : 1;
  return Array.from({ length: count }, (_, order) =>
    composeReply(request, asked.completion, counter, { order, rounds: asked.calls }),
  );
}

function readAsked({
  bytes,
  dialect,
  native,
  isAnswered,
}: AskedReply):
  | { readonly ok: true; readonly request: EmulatedRequest; readonly terms: NativeTerms | null }
  | Refused {
  if (native) return readNative(bytes, native.service, native.stream);
  const read = readRequest(bytes, dialect, isAnswered);
  return read.ok ? { ...read, terms: null } : read;
}

/** Reads, counts and answers a chat request, as far as no cache is needed for it. */
export function composeAnswer(asked: AskedReply, counterFor: CounterFor): ComposedReply {
  const read = readAsked(asked);
  if (!read.ok) return read;
  const { request, terms } = read;
  const result = countRequest(request, asked, counterFor);
  if (!result.ok) return result;
  const { counted } = result;
  const replies = asked.isAnswered ? composeReplies(request, asked, counterFor) : [];
  const [reply] = replies;
  if (!reply) return { ok: true, counted, answer: null };
  const { model, stream, includeUsage } = request;
  return { ok: true, counted, answer: { model, stream, includeUsage, reply, replies, terms } };
}

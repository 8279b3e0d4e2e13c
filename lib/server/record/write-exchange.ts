/** What is kept of an exchange: everything that was written by somebody goes through the redaction first. */
import type { StreamedAnswer } from "../../answers/read-stream";
import { convertNative, nameLost } from "../../import/convert-native";
import { findModel } from "../../offers/catalogue";
import { parsePrompt } from "../../prompt/parse";
import { chatOfResponses } from "../../prompt/services/chat-of-responses";
import { redactBody } from "../../redact/redact-body";
import { redactUrl } from "../../redact/redact-url";
import type { Alias } from "../../redact/redaction";
import { isResponses } from "../../sessions/read-responses";
import type { RecordedAnswer, RecordedExchange } from "../../sessions/recorded-exchange";
import { compareLengths } from "../../tokens/compare-lengths";
import type { CounterFor } from "../../tokens/token-counter";
import { isObject, type JsonValue } from "../../values/json";
import { type Message, type Said, tell } from "../../words/message";
import { parseJsonText } from "../read-json-body";
import { KEY_NAME, type KnownSecret, removeSecrets } from "./known-secrets";
import type { Course } from "./plan-course";
import type { StreamEnding } from "./tap-stream";

/** Bytes of a body that are kept at most. */
export const MAX_KEPT_BODY = 4 * 1024 * 1024;

export interface SentRequest {
  readonly course: Pick<Course, "kind" | "dialect" | "isNative" | "path" | "search">;
  readonly method: string;
  /** Epoch seconds. */
  readonly at: number;
  /** Null where it is not kept. */
  readonly body: Uint8Array | null;
  readonly bytes: number;
  readonly secrets: readonly KnownSecret[];
  /** The recorder refused it: its address leads nowhere. */
  readonly refused?: true;
  /** A header asked for the session cache. */
  readonly session?: true;
}

type WrittenAnswer = Omit<RecordedAnswer, "error"> & { readonly error: Said | null };

/** An exchange as it is stored: its holder reads what the recorder says of it in a language of their own. */
export type WrittenExchange = Omit<RecordedExchange, "missing" | "answer"> & {
  readonly answer: WrittenAnswer | null;
  readonly missing: Said | null;
};

/** The half of an exchange that is known when it comes. */
export type RequestHalf = Pick<
  WrittenExchange,
  | "kind"
  | "dialect"
  | "method"
  | "path"
  | "at"
  | "body"
  | "bytes"
  | "redacted"
  | "missing"
  | "key"
  | "refused"
  | "session"
  | "lengths"
>;

export interface GivenAnswer {
  readonly status: number;
  readonly requestId: string | null;
  readonly answer: StreamedAnswer;
  readonly ending: StreamEnding;
  readonly isCut: boolean;
}

/** The half that its end adds. */
type AnswerHalf = Pick<WrittenExchange, "status" | "answer" | "usage" | "requestId" | "redacted" | "missing">;

function redact(value: JsonValue, secrets: readonly KnownSecret[], alias: Alias) {
  const known = removeSecrets(value, secrets, alias);
  const rest = redactBody(known.value, alias);
  return { value: rest.value, removed: [...known.removed, ...rest.removed] };
}

function redactPath({ path, search }: SentRequest["course"], secrets: readonly KnownSecret[], alias: Alias) {
  // A value such as `beta=true` is nobody's secret: it goes without being named.
  const names = [...new URLSearchParams(search).keys()].map(encodeURIComponent);
  const url = removeSecrets(names.length > 0 ? `${path}?${names.join("&")}` : path, secrets, alias);
  const cleaned = redactUrl(String(url.value), alias);
  return { path: cleaned.value, removed: [...url.removed, ...cleaned.removed] };
}

function parseBody(body: Uint8Array): { readonly value: JsonValue | null; readonly missing: Said | null } {
  if (body.length === 0) return { value: null, missing: null };
  const parsed = parseJsonText(new TextDecoder().decode(body));
  return parsed.ok
    ? { value: parsed.value as JsonValue, missing: null }
    : { value: null, missing: tell("server.bodyNoJson") };
}

/** Parameters that say how an answer is to be written: what it says is kept all the same. */
const ABOUT_WRITING: ReadonlySet<string> = new Set([
  "parameters.result_format",
  "parameters.incremental_output",
]);

/** A body of DashScope's own protocol as the page reads it; what has no place there is said to be missing. */
function readNative(value: JsonValue): { readonly value: JsonValue; readonly missing: Said | null } {
  const converted = convertNative(value);
  if (!converted) return { value, missing: null };
  const lost = converted.lost.filter((path) => !ABOUT_WRITING.has(path));
  return { value: converted.body as JsonValue, missing: joinSentences(lost.map(nameLost)) };
}

const TOO_LARGE = tell("server.bodyTooLargeKept");
const TOO_MUCH = tell("server.bodyTooMuch");

/** Bytes of a body that is counted: counting a larger one would hold up the streams beside it. */
const MAX_COUNTED_BODY = 1024 * 1024;

/** A body as it is counted; one that goes on from an earlier response cannot be by itself. */
function formOf(value: JsonValue, course: SentRequest["course"]): JsonValue {
  if (!isResponses(course) || !isObject(value)) return value;
  return typeof value.previous_response_id === "string" ? null : chatOfResponses(value);
}

/** The service bills what was sent, so the page has to count that too, and not the placeholders. */
function compareKept(sent: JsonValue, kept: JsonValue, counterFor: CounterFor): Pick<RequestHalf, "lengths"> {
  const [had, has] = [sent, kept].map((value) => parsePrompt(JSON.stringify(value)).prompt);
  if (!had || !has) return {};
  const model = had.model === null ? null : findModel(had.model);
  const lengths = compareLengths(had, has, model, counterFor(model));
  return lengths ? { lengths } : {};
}

/** @param counterFor null where nothing can be counted: then lengths stay unknown */
export function writeRequest(
  sent: SentRequest,
  alias: Alias,
  counterFor: CounterFor | null = null,
): RequestHalf {
  const { course, method, at, bytes, secrets } = sent;
  const { path, removed } = redactPath(course, secrets, alias);
  const key = secrets.find(({ name }) => name === KEY_NAME);
  const about = {
    kind: course.kind,
    dialect: course.dialect,
    method,
    path,
    at,
    bytes,
    ...(key ? { key: alias(key.text) } : {}),
    ...(sent.refused ? { refused: sent.refused } : {}),
    ...(sent.session ? { session: sent.session } : {}),
  };
  if (sent.body === null) {
    const missing = bytes > MAX_KEPT_BODY ? TOO_LARGE : TOO_MUCH;
    return { ...about, body: null, redacted: [...new Set(removed)], missing };
  }
  const parsed = parseBody(sent.body);
  if (parsed.value === null) {
    return { ...about, body: null, redacted: [...new Set(removed)], missing: parsed.missing };
  }
  const { value, missing } = course.isNative ? readNative(parsed.value) : { ...parsed, value: parsed.value };
  const body = redact(value, secrets, alias);
  const isCounted = course.kind === "chat" && bytes <= MAX_COUNTED_BODY && body.removed.length > 0;
  return {
    ...about,
    body: body.value,
    redacted: [...new Set([...removed, ...body.removed])],
    missing,
    ...(isCounted && counterFor
      ? compareKept(formOf(value, course), formOf(body.value, course), counterFor)
      : {}),
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** The service's own words of an error, from its JSON text. */
function sentenceOf(error: string | null, status: number): Said | null {
  if (error === null) return status >= 400 ? tell("server.errorSilent", { status }) : null;
  const parsed = parseJsonText(error);
  const body = parsed.ok ? (parsed.value as { error?: unknown; message?: unknown }) : {};
  const inner = typeof body.error === "object" && body.error !== null ? (body.error as typeof body) : {};
  const message = textOf(inner.message) ?? textOf(body.message) ?? textOf(body.error);
  return message ?? tell("server.errorUnsaid", { status });
}

function explainEnding({ ending, isCut }: GivenAnswer): Message[] {
  return [
    ...(isCut ? [tell("server.answerTooLong")] : []),
    ...(ending === "left" ? [tell("server.agentLeft")] : []),
    ...(ending === "broken" ? [tell("server.answerBroken")] : []),
  ];
}

function joinSentences(sentences: readonly Said[]): Said | null {
  return sentences.length === 0
    ? null
    : sentences.reduce((first, second) => tell("server.bothSentences", { first, second }));
}

/** @param request the half that this one completes */
export function writeAnswer(
  given: GivenAnswer,
  { kind, redacted, missing }: Pick<RequestHalf, "kind" | "redacted" | "missing">,
  secrets: readonly KnownSecret[],
  alias: Alias,
): AnswerHalf {
  const { status, requestId, ending, isCut, answer: read } = given;
  const { text, reasoning, calls, finish, usage } = read;
  const error = sentenceOf(read.error, status);
  const isComplete = ending === "ended" && !isCut && (read.isComplete || kind !== "chat" || error !== null);
  const written = {
    answer: {
      text,
      reasoning,
      calls: calls.map((call) => ({ ...call })),
      finish,
      isComplete,
      error,
      ...(read.id ? { id: read.id } : {}),
    },
    usage: (usage ?? null) as JsonValue,
    requestId,
  };
  // Messages are JSON, though their type does not say so.
  const { value, removed } = redact(written as JsonValue, secrets, alias);
  const cleaned = value as unknown as { answer: WrittenAnswer; usage: JsonValue; requestId: string | null };
  const sentences: readonly Said[] = [...(missing === null ? [] : [missing]), ...explainEnding(given)];
  return {
    ...cleaned,
    status,
    redacted: [...new Set([...redacted, ...removed])],
    missing: joinSentences(sentences),
  };
}

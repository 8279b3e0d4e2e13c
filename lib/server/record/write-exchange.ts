/** What is kept of an exchange: everything that was written by somebody goes through the redaction first. */
import type { StreamedAnswer } from "../../answers/read-stream";
import { findModel } from "../../offers/catalogue";
import { parsePrompt } from "../../prompt/parse";
import { redactBody } from "../../redact/redact-body";
import { redactUrl } from "../../redact/redact-url";
import type { Alias } from "../../redact/redaction";
import type { RecordedAnswer, RecordedExchange } from "../../sessions/recorded-exchange";
import { compareLengths } from "../../tokens/compare-lengths";
import type { CounterFor } from "../../tokens/token-counter";
import type { JsonValue } from "../../values/json";
import { parseJsonText } from "../read-json-body";
import { KEY_NAME, type KnownSecret, removeSecrets } from "./known-secrets";
import type { Course } from "./plan-course";
import type { StreamEnding } from "./tap-stream";

/** Bytes of a body that are kept at most. */
export const MAX_KEPT_BODY = 4 * 1024 * 1024;

export interface SentRequest {
  readonly course: Pick<Course, "kind" | "dialect" | "path" | "search">;
  readonly method: string;
  /** Epoch seconds. */
  readonly at: number;
  /** Null where it is not kept. */
  readonly body: Uint8Array | null;
  readonly bytes: number;
  readonly secrets: readonly KnownSecret[];
  /** The recorder refused it: its address leads nowhere. */
  readonly refused?: true;
}

/** The half of an exchange that is known when it comes. */
export type RequestHalf = Pick<
  RecordedExchange,
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
type AnswerHalf = Pick<
  RecordedExchange,
  "status" | "answer" | "usage" | "requestId" | "redacted" | "missing"
>;

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

function parseBody(body: Uint8Array): { readonly value: JsonValue | null; readonly missing: string | null } {
  if (body.length === 0) return { value: null, missing: null };
  const parsed = parseJsonText(new TextDecoder().decode(body));
  return parsed.ok
    ? { value: parsed.value as JsonValue, missing: null }
    : { value: null, missing: "The request's body is no JSON, so it is not kept." };
}

const TOO_LARGE = "The request's body is larger than 4 MB, so it went through but is not kept.";
const TOO_MUCH = "Too much was under way at one time, so the request's body went through but is not kept.";

/** Bytes of a body that is counted: counting a larger one would hold up the streams beside it. */
const MAX_COUNTED_BODY = 1024 * 1024;

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
  };
  if (sent.body === null) {
    const missing = bytes > MAX_KEPT_BODY ? TOO_LARGE : TOO_MUCH;
    return { ...about, body: null, redacted: [...new Set(removed)], missing };
  }
  const { value, missing } = parseBody(sent.body);
  if (value === null) return { ...about, body: null, redacted: [...new Set(removed)], missing };
  const body = redact(value, secrets, alias);
  const isCounted = course.kind === "chat" && bytes <= MAX_COUNTED_BODY && body.removed.length > 0;
  return {
    ...about,
    body: body.value,
    redacted: [...new Set([...removed, ...body.removed])],
    missing,
    ...(isCounted && counterFor ? compareKept(value, body.value, counterFor) : {}),
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** The service's own words of an error, from its JSON text. */
function sentenceOf(error: string | null, status: number): string | null {
  if (error === null) return status >= 400 ? `The service answered ${status} and did not say why.` : null;
  const parsed = parseJsonText(error);
  const body = parsed.ok ? (parsed.value as { error?: unknown; message?: unknown }) : {};
  const inner = typeof body.error === "object" && body.error !== null ? (body.error as typeof body) : {};
  const message = textOf(inner.message) ?? textOf(body.message) ?? textOf(body.error);
  return message ?? `The service answered ${status} with an error.`;
}

function explainEnding({ ending, isCut }: GivenAnswer): string[] {
  return [
    ...(isCut
      ? ["The answer is longer than 4 MB: what came after that is not kept, its usage included."]
      : []),
    ...(ending === "left" ? ["The agent left before the answer had ended."] : []),
    ...(ending === "broken" ? ["The answer broke off before its end."] : []),
  ];
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
    answer: { text, reasoning, calls: calls.map((call) => ({ ...call })), finish, isComplete, error },
    usage: (usage ?? null) as JsonValue,
    requestId,
  };
  const { value, removed } = redact(written, secrets, alias);
  const cleaned = value as unknown as { answer: RecordedAnswer; usage: JsonValue; requestId: string | null };
  const sentences = [...(missing === null ? [] : [missing]), ...explainEnding(given)];
  return {
    ...cleaned,
    status,
    redacted: [...new Set([...redacted, ...removed])],
    missing: sentences.length > 0 ? sentences.join(" ") : null,
  };
}

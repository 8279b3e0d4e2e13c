/** Takes a recorded call apart: what was sent where and when, and what came back, as any recorder writes it. */
import { type Fields, fieldsOf, isObject, readNumber, stringOf } from "../values/json";
import { parseValue } from "./parse-value";
import { readTime } from "./read-time";

export interface UnwrappedRecord {
  /** Undefined where it is a text that is no JSON. */
  readonly body: unknown;
  /** What stands around the body; empty where the record is the body alone. */
  readonly wrapper: Fields;
  readonly url: string | null;
  /** Only to be named where they are secret. */
  readonly headers: unknown;
  /** Epoch seconds. */
  readonly at: number | null;
  /** Seconds. */
  readonly duration: number | null;
  /** A response, its text, or the reply alone. */
  readonly answer: unknown;
}

const BODIES = ["body", "json_data", "json", "requestBody", "request_body", "payload", "data", "kwargs"];
const ANSWERS = ["reply", "response", "answer", "responseBody", "response_body"];
const TIMES = [
  "at",
  "timestamp",
  "start_time",
  "startTime",
  "started_at",
  "logged_at",
  "time",
  "request_created_at",
  "created_at",
];

const firstOf = (fields: Fields, names: readonly string[]): unknown =>
  names.map((name) => fields[name]).find((value) => value !== undefined && value !== null);

/** What was sent, of a request as a recorder keeps it with its address and headers. */
function sentIn(request: Fields): unknown {
  const posted = fieldsOf(request.postData)?.text;
  return firstOf(request, BODIES) ?? posted;
}

/** A response as a recorder keeps it, with its status or headers beside it, as what came. */
function openAnswer(value: unknown): unknown {
  const fields = fieldsOf(value);
  if (!fields || "choices" in fields || "usage" in fields) return value;
  const isKept = ["status", "status_code", "statusCode", "headers", "body_raw"].some(
    (name) => name in fields,
  );
  if (!isKept) return value;
  return (
    firstOf(fields, ["body", "body_raw", "bodyRaw", "raw_body", "text", "events", "data", "content"]) ?? value
  );
}

function parseText(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const parsed = parseValue(value);
  return parsed.ok ? parsed.value : undefined;
}

const isBody = (value: unknown): boolean => !isObject(value) || "messages" in value || "contents" in value;

/** Text is not parsed where it is only to be recognised. */
export function bodyWithin(value: unknown): unknown {
  if (isBody(value)) return value;
  const fields = fieldsOf(value) ?? {};
  const request = fieldsOf(fields.request);
  if (request) return isBody(request) ? request : (sentIn(request) ?? request);
  // A log of what was asked of Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
  const logged = fieldsOf(fields.input)?.inputBodyJson;
  return firstOf(fields, ["body", "request"]) ?? logged ?? firstOf(fields, BODIES) ?? value;
}

export function unwrapRecord(value: unknown): UnwrappedRecord {
  const inner = bodyWithin(value);
  const body = parseText(inner);
  const wrapper = inner === value ? {} : (fieldsOf(value) ?? {});
  const request = fieldsOf(wrapper.request) ?? {};
  const response = fieldsOf(wrapper.response) ?? {};
  const at = readTime(
    firstOf(wrapper, ["at", "timestamp"]) ?? firstOf(request, TIMES) ?? firstOf(wrapper, TIMES),
  );
  const until = readTime(firstOf(response, TIMES));
  const milliseconds = readNumber(wrapper.duration_ms) ?? readNumber(wrapper.latency_ms);
  const between = at !== null && until !== null ? until - at : null;
  const duration = readNumber(wrapper.duration) ?? (milliseconds === null ? between : milliseconds / 1000);
  const url = stringOf(request.url) || stringOf(wrapper.url);
  return {
    body,
    wrapper,
    url: url === "" ? null : url,
    headers: request.headers ?? wrapper.headers,
    at,
    duration: duration === null ? null : Math.max(0, duration),
    answer: openAnswer(firstOf(wrapper, ANSWERS) ?? fieldsOf(wrapper.output)?.outputBodyJson),
  };
}

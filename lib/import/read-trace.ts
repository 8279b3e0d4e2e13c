/** Reads one call out of a trace, as Langfuse, LangSmith and OpenTelemetry keep it. */
import { type DecodedUsage, decodeUsage } from "../answers/decode-usage";
import { findUsage } from "../answers/find-usage";
import { type Fields, fieldsOf, listOf, readNumber, stringOf } from "../values/json";
import { parseValue } from "./parse-value";
import { readAnswer } from "./read-answer";
import { type ReadBody, readBody } from "./read-body";
import { nameOf } from "./read-fields";
import { readSpanBody } from "./read-span";
import { readTime } from "./read-time";

export interface TracedCall {
  readonly read: ReadBody;
  readonly model: string | null;
  readonly at: number | null;
  readonly duration: number | null;
  readonly reply: string;
  readonly usage: DecodedUsage | null;
}

/** The value, of a field that may hold it as JSON text. */
function openText(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const parsed = /^\s*[[{]/.test(value) ? parseValue(value) : null;
  return parsed?.ok ? parsed.value : value;
}

/** Langfuse's observations, LangSmith's runs, spans. */
const isTrace = (fields: Fields): boolean =>
  [
    "traceId",
    "trace_id",
    "run_type",
    "attributes",
    "spanId",
    "span_id",
    "usageDetails",
    "modelParameters",
  ].some((name) => name in fields);

function timesOf(fields: Fields): Pick<TracedCall, "at" | "duration"> {
  const nano = (value: unknown): number | null => {
    const number = typeof value === "string" ? Number(value) : readNumber(value);
    return number ? number / 1e9 : null;
  };
  const at =
    readTime(fields.startTime ?? fields.start_time ?? fields.timestamp) ??
    nano(fields.startTimeUnixNano ?? fields.start_time_unix_nano);
  const until =
    readTime(fields.endTime ?? fields.end_time) ?? nano(fields.endTimeUnixNano ?? fields.end_time_unix_nano);
  return { at, duration: at !== null && until !== null && until >= at ? until - at : null };
}

/** What stands in the place of the messages: a body, a list, or LangSmith's `inputs`, each maybe as text. */
function bodyIn(fields: Fields): ReadBody | null {
  const input = openText(fields.input ?? fields.inputs);
  const inner = fieldsOf(input);
  const listed = Array.isArray(input) ? input : (inner?.messages ?? inner?.input ?? inner?.kwargs);
  const parameters = fieldsOf(fieldsOf(fields.extra)?.invocation_params) ?? fieldsOf(fields.modelParameters);
  const tools = inner?.tools ?? parameters?.tools;
  return readBody(input) ?? readBody(tools && Array.isArray(listed) ? { tools, messages: listed } : listed);
}

/** The text of LangSmith's generations; else of an answer of any service. */
function replyIn(fields: Fields): string {
  const output = openText(fields.output ?? fields.outputs);
  const generation = listOf(fieldsOf(output)?.generations).flat()[0];
  const inner = fieldsOf(generation);
  if (inner) return stringOf(inner.text);
  const message = fieldsOf(output);
  return output === undefined ? "" : readAnswer(message?.message ?? output).reply;
}

function usageIn(fields: Fields): DecodedUsage | null {
  const outputs = fieldsOf(openText(fields.output ?? fields.outputs));
  const generation = fieldsOf(listOf(outputs?.generations).flat()[0]);
  const message = fieldsOf(fieldsOf(generation?.message)?.kwargs);
  const metadata = fieldsOf(fieldsOf(fields.extra)?.metadata);
  for (const place of [fields, outputs, outputs?.llm_output, message, metadata]) {
    const found = findUsage(place);
    const reading = found ? decodeUsage(found) : null;
    if (reading?.ok) return reading.usage;
  }
  return null;
}

function modelIn(fields: Fields): string | null {
  const extra = fieldsOf(fields.extra);
  const parameters = fieldsOf(extra?.invocation_params);
  return (
    nameOf(fields.model) ??
    nameOf(fields.providedModelName) ??
    nameOf(parameters?.model) ??
    nameOf(parameters?.model_name) ??
    nameOf(fieldsOf(extra?.metadata)?.ls_model_name)
  );
}

/** Null where a value is no call of a trace, or one without its messages. */
export function readTracedCall(value: unknown): TracedCall | null {
  const fields = fieldsOf(value);
  if (!fields || !isTrace(fields)) return null;
  const span = readSpanBody(fields);
  const read = span ? readBody(span.messages) : bodyIn(fields);
  if (!read) return null;
  const model = span?.model ?? modelIn(fields);
  const body = Array.isArray(read.body) && model !== null ? { model, messages: read.body } : read.body;
  const inner = fieldsOf(body);
  const named = inner && model !== null && !("model" in inner) ? { model, ...inner } : body;
  return {
    read: { ...read, body: named },
    model,
    ...timesOf(fields),
    reply: span?.reply ?? replyIn(fields),
    usage: usageIn(fields),
  };
}

/** What was billed for a call whose messages the trace does not hold; null where that is not told either. */
export function readTracedUsage(value: unknown): Omit<TracedCall, "read" | "reply"> | null {
  const fields = fieldsOf(value);
  const usage = fields && usageIn(fields);
  return usage ? { model: modelIn(fields), ...timesOf(fields), usage } : null;
}

/** Calls of an export, in its order: spans of OpenTelemetry, observations and runs, each maybe within another. */
export function* listTraced(value: unknown, depth = 0): Generator<unknown> {
  if (depth > 12) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* listTraced(item, depth + 1);
    return;
  }
  const fields = fieldsOf(value);
  if (!fields) return;
  if (isTrace(fields)) yield value;
  for (const name of [
    "data",
    "trace",
    "observations",
    "runs",
    "child_runs",
    "resourceSpans",
    "scopeSpans",
    "spans",
    "resource_spans",
    "scope_spans",
  ])
    if (typeof fields[name] === "object") yield* listTraced(fields[name], depth + 1);
}

/** Usage as libraries and tracing tools keep it, turned into the shape of one of the four endpoints. */

import { type Fields, fieldsOf, listOf, stringOf } from "../../values/json";
import { readNumber } from "../read-time";
import { readBuckets } from "./usage-buckets";

export interface KnownUsage {
  /** As `decodeUsage` reads it. */
  readonly usage: unknown;
  /** False where the shape has no place for what was written. */
  readonly tellsWritten: boolean;
  /** Whose shape it is, in words; null for an endpoint's own. */
  readonly origin: string | null;
}

type Shape = (fields: Fields) => KnownUsage | null;

const firstNumber = (fields: Fields | null, ...names: readonly string[]): number | null =>
  names.map((name) => readNumber(fields?.[name])).find((value) => value !== null) ?? null;

/** Input that includes the cache, as chat completions have it. */
const inclusive = (input: number, output: number, read: number | null, written: number | null) => ({
  prompt_tokens: input,
  completion_tokens: output,
  prompt_tokens_details: { cached_tokens: read ?? 0, cache_creation_input_tokens: written ?? 0 },
});

/** Input without the cache, as messages have it. */
const exclusive = (input: number, output: number, read: number | null, written: number | null) => ({
  input_tokens: input,
  output_tokens: output,
  cache_read_input_tokens: read ?? 0,
  cache_creation_input_tokens: written ?? 0,
});

const langChain: Shape = (fields) => {
  const details = fieldsOf(fields.input_token_details);
  const input = readNumber(fields.input_tokens);
  if (input === null || !details) return null;
  const output = readNumber(fields.output_tokens) ?? 0;
  const written = readNumber(details.cache_creation);
  const usage = inclusive(input, output, readNumber(details.cache_read), written);
  return { usage, tellsWritten: written !== null, origin: "LangChain, where the input includes the cache" };
};

const aiSdk: Shape = (fields) => {
  const nested = fieldsOf(fields.inputTokens);
  const input = readNumber(fields.inputTokens) ?? readNumber(nested?.total);
  if (input === null) return null;
  const details = nested ?? fieldsOf(fields.inputTokenDetails);
  const output = readNumber(fields.outputTokens) ?? readNumber(fieldsOf(fields.outputTokens)?.total) ?? 0;
  const read = firstNumber(details, "cacheReadTokens", "cacheRead") ?? readNumber(fields.cachedInputTokens);
  const written = firstNumber(details, "cacheWriteTokens", "cacheWrite");
  const usage = inclusive(input, output, read, written);
  return { usage, tellsWritten: written !== null, origin: "the AI SDK, where the input includes the cache" };
};

/** Attributes of a span as an object, or as OTLP writes them: a list of keys with typed values. */
function readAttributes(fields: Fields): Fields {
  const listed = listOf(fields.attributes).flatMap((item) => {
    const value = fieldsOf(fieldsOf(item)?.value);
    const amount = value?.intValue ?? value?.doubleValue;
    return [[stringOf(fieldsOf(item)?.key), typeof amount === "string" ? Number(amount) : amount] as const];
  });
  return { ...fields, ...fieldsOf(fields.attributes), ...Object.fromEntries(listed) };
}

/** Instrumentations disagree: only where the cache exceeds the input is the input known to be without it. */
const openTelemetry: Shape = (fields) => {
  const all = readAttributes(fields);
  const at = (...names: readonly string[]) =>
    firstNumber(all, ...names.map((name) => `gen_ai.usage.${name}`));
  const input = at("input_tokens", "prompt_tokens");
  if (input === null) return null;
  const output = at("output_tokens", "completion_tokens") ?? 0;
  const read = at("cache_read.input_tokens", "cache_read_input_tokens", "input_tokens.cached");
  const written = at(
    "cache_creation.input_tokens",
    "cache_creation_input_tokens",
    "cache_write_input_tokens",
  );
  const isWithout = (read ?? 0) + (written ?? 0) > input;
  const usage = (isWithout ? exclusive : inclusive)(input, output, read, written);
  const words = isWithout
    ? "since the cache exceeds the input, the input excludes it"
    : "the input is taken to include the cache";
  return { usage, tellsWritten: isWithout || written !== null, origin: `OpenTelemetry; ${words}` };
};

const langfuse: Shape = (fields) => {
  const input = readNumber(fields.input);
  const read = firstNumber(fields, "input_cached_tokens", "cache_read_input_tokens");
  const written = firstNumber(fields, "input_cache_creation", "cache_creation_input_tokens");
  if (input === null || (read === null && written === null)) return null;
  const usage = exclusive(input, readNumber(fields.output) ?? 0, read, written);
  return { usage, tellsWritten: true, origin: "Langfuse, where the input excludes the cache" };
};

const openClaw: Shape = (fields) => {
  const input = readNumber(fields.input);
  const read = readNumber(fields.cacheRead);
  const written = readNumber(fields.cacheWrite);
  if (input === null || (read === null && written === null)) return null;
  const usage = exclusive(input, readNumber(fields.output) ?? 0, read, written);
  return { usage, tellsWritten: true, origin: "OpenClaw, where the input excludes the cache" };
};

const openCode: Shape = (fields) => {
  const buckets = readBuckets(fields);
  if (!buckets) return null;
  const { uncached, completion, read, written } = buckets;
  const origin = "OpenCode, where the input excludes the cache";
  if (written === 0) {
    return { usage: inclusive(uncached + read, completion, read, null), tellsWritten: false, origin };
  }
  return { usage: exclusive(uncached, completion, read, written), tellsWritten: true, origin };
};

const gemini: Shape = (fields) => {
  const input = readNumber(fields.promptTokenCount);
  if (input === null) return null;
  const output = readNumber(fields.candidatesTokenCount) ?? 0;
  const usage = inclusive(input, output, readNumber(fields.cachedContentTokenCount), null);
  return { usage, tellsWritten: false, origin: "Qwen Code, where the prompt includes what was read" };
};

/** LiteLLM repeats the cache beside a prompt that includes it. */
const liteLlm: Shape = (fields) => {
  const input = readNumber(fields.prompt_tokens);
  const read = readNumber(fields.cache_read_input_tokens);
  const written = readNumber(fields.cache_creation_input_tokens);
  if (input === null || (read === null && written === null)) return null;
  const details = fieldsOf(fields.prompt_tokens_details);
  const told = read ?? readNumber(details?.cached_tokens);
  const usage = inclusive(input, readNumber(fields.completion_tokens) ?? 0, told, written);
  return { usage, tellsWritten: written !== null, origin: "LiteLLM, where the prompt includes the cache" };
};

const ENDPOINT_FIELDS = [
  "prompt_tokens",
  "input_tokens",
  "cache_read_input_tokens",
  "cache_creation_input_tokens",
];

/** The shape of an endpoint itself. */
const asSent: Shape = (fields) =>
  ENDPOINT_FIELDS.some((name) => name in fields) ? { usage: fields, tellsWritten: true, origin: null } : null;

const SHAPES: readonly Shape[] = [
  langChain,
  aiSdk,
  openTelemetry,
  openClaw,
  openCode,
  langfuse,
  gemini,
  liteLlm,
  asSent,
];

/** Recognises a usage object of any shape known here; null for anything else. Never throws. */
export function readShape(value: unknown): KnownUsage | null {
  const fields = fieldsOf(value);
  if (!fields) return null;
  for (const shape of SHAPES) {
    const known = shape(fields);
    if (known) return known;
  }
  return null;
}

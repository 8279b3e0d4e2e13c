/** Usage as libraries and tracing tools keep it, turned into the shape of one of the four endpoints. */

import { type Fields, fieldsOf, listOf, readNumber, stringOf } from "../values/json";
import { tell } from "../words/message";
import { exclusive, firstNumber, inclusive, type KnownUsage, type Shape } from "./known-usage";
import { bedrock, gemini } from "./service-usage";
import { readBuckets } from "./usage-buckets";

const langChain: Shape = (fields) => {
  const details = fieldsOf(fields.input_token_details);
  const input = readNumber(fields.input_tokens);
  if (input === null || !details) return null;
  const output = readNumber(fields.output_tokens) ?? 0;
  const read = readNumber(details.cache_read);
  const written = readNumber(details.cache_creation);
  return {
    usage: inclusive(input, output, read, written),
    tellsRead: read !== null,
    tellsWritten: written !== null,
    origin: tell("answers.inputIncludes", { tool: "LangChain" }),
  };
};

/** Before its fifth version the AI SDK has no place for a cache. */
const aiSdk4: Shape = (fields) => {
  const input = readNumber(fields.promptTokens);
  if (input === null) return null;
  const output = readNumber(fields.completionTokens) ?? 0;
  const read = firstNumber(fields, "cachedPromptTokens", "cachedTokens");
  return {
    usage: inclusive(input, output, read, null),
    tellsRead: read !== null,
    tellsWritten: false,
    origin: tell("answers.aiSdkEarly"),
  };
};

/** https://openrouter.ai/docs/api-reference/get-a-generation (2026-11): the native counts are those that are billed. */
const openRouter: Shape = (fields) => {
  const input = readNumber(fields.native_tokens_prompt);
  if (input === null) return null;
  const read = readNumber(fields.native_tokens_cached);
  const written = firstNumber(fields, "native_tokens_cache_write", "native_tokens_cache_creation");
  return {
    usage: inclusive(input, readNumber(fields.native_tokens_completion) ?? 0, read, written),
    tellsRead: read !== null,
    tellsWritten: written !== null,
    origin: tell("answers.promptIncludes", { tool: tell("answers.openRouter") }),
  };
};

/** https://ai.pydantic.dev/api/usage/ (2026-11): the cache is part of the input. */
const pydanticAi: Shape = (fields) => {
  const input = readNumber(fields.input_tokens);
  const read = readNumber(fields.cache_read_tokens);
  const written = readNumber(fields.cache_write_tokens);
  if (input === null || (read === null && written === null)) return null;
  const isWithout = (read ?? 0) + (written ?? 0) > input;
  return {
    usage: (isWithout ? exclusive : inclusive)(input, readNumber(fields.output_tokens) ?? 0, read, written),
    tellsRead: read !== null,
    tellsWritten: written !== null,
    origin: tell(isWithout ? "answers.inputExcludes" : "answers.inputIncludes", { tool: "Pydantic AI" }),
  };
};

const cline: Shape = (fields) => {
  const input = readNumber(fields.tokensIn);
  if (input === null) return null;
  const read = readNumber(fields.cacheReads);
  const written = readNumber(fields.cacheWrites);
  return {
    usage: exclusive(input, readNumber(fields.tokensOut) ?? 0, read, written),
    tellsRead: read !== null,
    tellsWritten: written !== null,
    origin: tell("answers.inputExcludes", { tool: "Cline" }),
  };
};

const aiSdk: Shape = (fields) => {
  const nested = fieldsOf(fields.inputTokens);
  const input = readNumber(fields.inputTokens) ?? readNumber(nested?.total);
  if (input === null) return null;
  const details = nested ?? fieldsOf(fields.inputTokenDetails);
  const output = readNumber(fields.outputTokens) ?? readNumber(fieldsOf(fields.outputTokens)?.total) ?? 0;
  const read = firstNumber(details, "cacheReadTokens", "cacheRead") ?? readNumber(fields.cachedInputTokens);
  const written = firstNumber(details, "cacheWriteTokens", "cacheWrite");
  return {
    usage: inclusive(input, output, read, written),
    tellsRead: read !== null,
    tellsWritten: written !== null,
    origin: tell("answers.inputIncludes", { tool: tell("answers.aiSdkLatter") }),
  };
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
  return {
    usage,
    tellsRead: read !== null,
    tellsWritten: isWithout || written !== null,
    origin: tell(isWithout ? "answers.telemetryExcludes" : "answers.telemetryIncludes"),
  };
};

const langfuse: Shape = (fields) => {
  const input = readNumber(fields.input);
  const read = firstNumber(fields, "input_cached_tokens", "cache_read_input_tokens");
  const written = firstNumber(fields, "input_cache_creation", "cache_creation_input_tokens");
  if (input === null || (read === null && written === null)) return null;
  const usage = exclusive(input, readNumber(fields.output) ?? 0, read, written);
  return { usage, tellsWritten: true, origin: tell("answers.inputExcludes", { tool: "Langfuse" }) };
};

const openClaw: Shape = (fields) => {
  const input = readNumber(fields.input);
  const read = readNumber(fields.cacheRead);
  const written = readNumber(fields.cacheWrite);
  if (input === null || (read === null && written === null)) return null;
  const usage = exclusive(input, readNumber(fields.output) ?? 0, read, written);
  return { usage, tellsWritten: true, origin: tell("answers.inputExcludes", { tool: "OpenClaw" }) };
};

const openCode: Shape = (fields) => {
  const buckets = readBuckets(fields);
  if (!buckets) return null;
  const { uncached, completion, read, written } = buckets;
  const origin = tell("answers.inputExcludes", { tool: "OpenCode" });
  if (written === 0) {
    return { usage: inclusive(uncached + read, completion, read, null), tellsWritten: false, origin };
  }
  return { usage: exclusive(uncached, completion, read, written), tellsWritten: true, origin };
};

/** LiteLLM repeats the cache beside a prompt that includes it. */
const liteLlm: Shape = (fields) => {
  if (readNumber(fields.prompt_tokens) === null) return null;
  const written = readNumber(fields.cache_creation_input_tokens);
  const isRepeated = readNumber(fields.cache_read_input_tokens) !== null;
  if (!isRepeated && written === null) return null;
  const details = fieldsOf(fields.prompt_tokens_details);
  const isTold = written !== null || readNumber(details?.cache_creation_input_tokens) !== null;
  return {
    usage: fields,
    tellsWritten: isTold,
    origin: isRepeated ? tell("answers.promptIncludes", { tool: "LiteLLM" }) : null,
  };
};

const ENDPOINT_FIELDS = [
  "prompt_tokens",
  "input_tokens",
  "cache_read_input_tokens",
  "cache_creation_input_tokens",
];

/** The shape of an endpoint itself. vLLM and SGLang write no details, as null, where they are not asked to report reads. */
const asSent: Shape = (fields) => {
  if (!ENDPOINT_FIELDS.some((name) => name in fields)) return null;
  const isSilent = fields.prompt_tokens_details === null;
  return { usage: fields, ...(isSilent ? { tellsRead: false } : {}), tellsWritten: true, origin: null };
};

const SHAPES: readonly Shape[] = [
  langChain,
  bedrock,
  aiSdk,
  aiSdk4,
  openRouter,
  pydanticAi,
  cline,
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

/** Reads the counts of a usage object as the four endpoints send it, and as gateways before them add to it. */

import { type Fields, fieldsOf } from "../values/json";
import { type Message, tell } from "../words/message";

/** Whose fields they are; `dashscope` is the native endpoint, `responses` the one with sessions. */
export type UsageDialect = "openai" | "dashscope" | "anthropic" | "responses";

/** Which cache served a request. */
export type CacheKind = "explicit" | "implicit" | "session";

/** Tokens, by how long they are to live. */
export interface WrittenFor {
  readonly minutes: number;
  readonly hour: number;
}

interface Written {
  readonly written: number;
  /** Absent where lifetimes are not told. */
  readonly writtenFor?: WrittenFor;
}

export interface Counts extends Written {
  readonly dialect: UsageDialect;
  /** All input, cached or not. */
  readonly prompt: number;
  readonly read: number;
  readonly completion: number;
  /** Null where the fields do not say. */
  readonly kind: CacheKind | null;
}

/** Why a usage cannot be read, one sentence. */
export class Unreadable extends Error {
  readonly told: Message;

  constructor(told: Message) {
    super(told.key);
    this.told = told;
  }
}

/**
 * Names of what was read. `prompt_cache_hit_tokens`: https://api-docs.deepseek.com/guides/kv_cache (2026-11);
 * `cached_tokens` beside the sums: Moonshot, and older vision models of Model Studio in Singapore; `num_cached_tokens`:
 * Mistral, and vLLM's own answers.
 */
const READ = [
  "cached_tokens",
  "cache_read_input_tokens",
  "cache_read_tokens",
  "prompt_cache_hit_tokens",
  "cached_input_tokens",
  "num_cached_tokens",
];
/**
 * Names of what was written. `cache_write_tokens`: https://openrouter.ai/docs/guides/best-practices/prompt-caching (2026-11),
 * and OpenAI's own since GPT-5.6.
 */
const WRITTEN = [
  "cache_creation_input_tokens",
  "cache_write_tokens",
  "cache_write_input_tokens",
  "cache_creation_tokens",
];

/** The counts of tokens that these fields hold under the names. */
function listCounts(fields: Fields | null, names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const value = fields?.[name];
    if (value === undefined || value === null) return [];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
      throw new Unreadable(tell("answers.usageNoNumber", { field: name, value: JSON.stringify(value) }));
    }
    return [value];
  });
}

/** A count of tokens; null where none of the fields is there. Of several the largest: a zero beside it tells nothing. */
function countOf(names: readonly string[], ...places: readonly (Fields | null)[]): number | null {
  const counts = places.flatMap((fields) => listCounts(fields, names));
  return counts.length > 0 ? Math.max(...counts) : null;
}

const countNamed = (fields: Fields | null, name: string): number => countOf([name], fields) ?? 0;

/** Written tokens: the sum where it is given, else that of its split; a split that does not add up to it tells no lifetimes. */
function writtenOf(...places: readonly (Fields | null)[]): Written {
  const splits = places.map((fields) => fieldsOf(fields?.cache_creation));
  const split = splits.find((fields) => fields !== null) ?? null;
  const lives = Object.keys(split ?? {}).filter((name) => name.startsWith("ephemeral_"));
  const sumOf = (names: readonly string[]): number =>
    listCounts(split, names).reduce((total, tokens) => total + tokens, 0);
  const splitSum = sumOf(lives);
  const written = countOf(WRITTEN, ...places, split) ?? splitSum;
  if (lives.length === 0 || splitSum !== written) return { written };
  const hour = sumOf(lives.filter((name) => name.includes("1h")));
  return { written, writtenFor: { minutes: written - hour, hour } };
}

const isEphemeral = (fields: Fields | null): boolean =>
  fields?.cache_type === "ephemeral" || fieldsOf(fields?.cache_creation)?.cache_type === "ephemeral";

/**
 * Model Studio's implicit cache gives `cached_tokens` and no `cache_type`. A gateway's names say nothing of which cache it
 * was, until something is written: the implicit cache writes nothing that is billed.
 */
function kindOf(details: Fields | null, usage: Fields, written: number): CacheKind | null {
  if (isEphemeral(details) || isEphemeral(usage) || written > 0) return "explicit";
  const isGateways = [details, usage].some(
    (fields) =>
      countOf(["cache_read_input_tokens", "cache_read_tokens"], fields) !== null ||
      countOf(["cache_write_tokens", "cache_write_input_tokens"], fields) !== null,
  );
  if (isGateways) return null;
  return details !== null || countOf(["cached_tokens"], usage) !== null ? "implicit" : null;
}

/** Chat completions and the native endpoint: the input includes the cache, whose counts stand in details or beside it. */
function readInclusive(usage: Fields, dialect: "openai" | "dashscope"): Counts {
  const details = fieldsOf(usage.prompt_tokens_details);
  const made = writtenOf(details, usage);
  const isOpenAi = dialect === "openai";
  return {
    dialect,
    prompt: countNamed(usage, isOpenAi ? "prompt_tokens" : "input_tokens"),
    read: countOf(READ, details, usage) ?? 0,
    ...made,
    completion: countNamed(usage, isOpenAi ? "completion_tokens" : "output_tokens"),
    kind: kindOf(details, usage, made.written),
  };
}

function readAnthropic(usage: Fields): Counts {
  const made = writtenOf(usage);
  const read = countOf(READ, usage) ?? 0;
  return {
    dialect: "anthropic",
    prompt: countNamed(usage, "input_tokens") + read + made.written,
    read,
    ...made,
    completion: countNamed(usage, "output_tokens"),
    kind: made.written > 0 ? "explicit" : null,
  };
}

function readResponses(usage: Fields): Counts {
  const first = Array.isArray(usage.x_details) ? fieldsOf(usage.x_details[0]) : null;
  const session = fieldsOf(first?.prompt_tokens_details);
  const details = fieldsOf(usage.input_tokens_details);
  const made = writtenOf(session, details);
  const isSession = session?.cache_type === "ephemeral";
  return {
    dialect: "responses",
    prompt: countNamed(usage, "input_tokens"),
    read: countOf(READ, session) ?? countOf(READ, details) ?? 0,
    ...made,
    completion: countNamed(usage, "output_tokens"),
    kind: isSession ? "session" : made.written > 0 ? "explicit" : "implicit",
  };
}

/** Vision models of the native endpoint have details of their own, by text and image. */
function isResponses(usage: Fields): boolean {
  if ("x_details" in usage) return true;
  const details = fieldsOf(usage.input_tokens_details);
  return (
    "input_tokens_details" in usage &&
    !("text_tokens" in (details ?? {}) || "image_tokens" in (details ?? {}))
  );
}

/**
 * The counts of a usage object.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11). Anthropic's `input_tokens` are the
 * uncached rest; those of all other endpoints are all of the input.
 * @throws Unreadable with a sentence
 */
export function readCounts(usage: Fields): Counts {
  if (isResponses(usage)) return readResponses(usage);
  if ("prompt_tokens" in usage) return readInclusive(usage, "openai");
  if ("cache_read_input_tokens" in usage || "cache_creation_input_tokens" in usage)
    return readAnthropic(usage);
  if ("prompt_tokens_details" in usage || "total_tokens" in usage || "cached_tokens" in usage) {
    if ("input_tokens" in usage) return readInclusive(usage, "dashscope");
  } else if ("input_tokens" in usage) return readAnthropic(usage);
  throw new Unreadable(tell("answers.usageUnknown"));
}

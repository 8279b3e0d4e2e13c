/** Reads what an answer says of its tokens: the usage objects of four endpoints as one shape. */

import { type Failure, fail } from "../values/failure";
import { formatNumber } from "../values/figures";
import { type Fields, fieldsOf } from "../values/json";

/** Whose fields they are; `dashscope` is the native endpoint, `responses` the one with sessions. */
export type UsageDialect = "openai" | "dashscope" | "anthropic" | "responses";

/** Tokens. read + written + uncached = prompt. */
export interface DecodedUsage {
  readonly dialect: UsageDialect;
  readonly prompt: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** Which cache served it; null where the fields do not say. */
  readonly kind: "explicit" | "implicit" | "session" | null;
  /** Of what was written, the tokens to live five minutes and those to live an hour; absent where that is not told. */
  readonly writtenFor?: WrittenFor;
  /** False where the source does not tell what was written: that counts as uncached here. Absent = told. */
  readonly writtenKnown?: boolean;
  /** How the figures add up, one sentence. */
  readonly identity: string;
  /** Why nothing was read or written, as far as the fields tell; null where there is nothing to explain. */
  readonly zeros: string | null;
}

/** Tokens, by how long they are to live. */
export interface WrittenFor {
  readonly minutes: number;
  readonly hour: number;
}

/** What is known of where a usage comes from. */
export interface UsageOrigin {
  /** False where the source leaves out what was written, as some logs do. */
  readonly tellsWritten: boolean;
}

export type UsageReading = { readonly ok: true; readonly usage: DecodedUsage } | Failure;

class Unreadable extends Error {}

/** A count of tokens; null where the field is missing or null. */
function countOf(fields: Fields | null, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = fields?.[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
      throw new Unreadable(`The usage has ${name}, but it is no number of tokens.`);
    }
    return value;
  }
  return null;
}

interface Counts extends Written {
  readonly dialect: UsageDialect;
  readonly prompt: number;
  readonly read: number;
  readonly completion: number;
  readonly kind: DecodedUsage["kind"];
}

interface Written {
  readonly written: number;
  readonly writtenFor?: WrittenFor;
}

/** Written tokens: the sum where it is given, else that of its split; a split that does not add up to it tells no lifetimes. */
function writtenOf(details: Fields | null): Written {
  const split = fieldsOf(details?.cache_creation);
  const counts = Object.keys(split ?? {}).map((name) => [name, countOf(split, name) ?? 0] as const);
  const splitSum = counts.reduce((total, [, tokens]) => total + tokens, 0);
  const written = countOf(details, "cache_creation_input_tokens") ?? splitSum;
  if (split === null || splitSum !== written) return { written };
  const hour = counts.reduce((total, [name, tokens]) => (name.includes("1h") ? total + tokens : total), 0);
  return { written, writtenFor: { minutes: written - hour, hour } };
}

/** Without `cache_type` the implicit cache served the request. */
const kindOf = (details: Fields | null, written: number): DecodedUsage["kind"] =>
  details === null ? null : details.cache_type === "ephemeral" || written > 0 ? "explicit" : "implicit";

function readOpenAi(usage: Fields): Counts {
  const details = fieldsOf(usage.prompt_tokens_details);
  const made = writtenOf(details);
  return {
    dialect: "openai",
    prompt: countOf(usage, "prompt_tokens") ?? 0,
    read: countOf(details, "cached_tokens", "cache_read_input_tokens") ?? 0,
    ...made,
    completion: countOf(usage, "completion_tokens") ?? 0,
    kind: kindOf(details, made.written),
  };
}

function readDashScope(usage: Fields): Counts {
  const details = fieldsOf(usage.prompt_tokens_details);
  const made = writtenOf(details);
  // Older vision models in Singapore give `cached_tokens` beside the sums.
  const atTop = countOf(usage, "cached_tokens");
  return {
    dialect: "dashscope",
    prompt: countOf(usage, "input_tokens") ?? 0,
    read: countOf(details, "cached_tokens", "cache_read_input_tokens") ?? atTop ?? 0,
    ...made,
    completion: countOf(usage, "output_tokens") ?? 0,
    kind: kindOf(details ?? (atTop === null ? null : {}), made.written),
  };
}

function readAnthropic(usage: Fields): Counts {
  const made = writtenOf(usage);
  const read = countOf(usage, "cache_read_input_tokens") ?? 0;
  return {
    dialect: "anthropic",
    prompt: (countOf(usage, "input_tokens") ?? 0) + read + made.written,
    read,
    ...made,
    completion: countOf(usage, "output_tokens") ?? 0,
    kind: made.written > 0 ? "explicit" : null,
  };
}

function readResponses(usage: Fields): Counts {
  const first = Array.isArray(usage.x_details) ? fieldsOf(usage.x_details[0]) : null;
  const session = fieldsOf(first?.prompt_tokens_details);
  return {
    dialect: "responses",
    prompt: countOf(usage, "input_tokens") ?? 0,
    read:
      countOf(session, "cached_tokens") ??
      countOf(fieldsOf(usage.input_tokens_details), "cached_tokens") ??
      0,
    ...writtenOf(session),
    completion: countOf(usage, "output_tokens") ?? 0,
    kind: session?.cache_type === "ephemeral" ? "session" : "implicit",
  };
}

function readCounts(usage: Fields): Counts {
  if ("x_details" in usage || "input_tokens_details" in usage) {
    // Vision models of the native endpoint have details of their own, by text and image.
    const details = fieldsOf(usage.input_tokens_details);
    const isVision = details !== null && ("text_tokens" in details || "image_tokens" in details);
    if (!isVision) return readResponses(usage);
  }
  if ("prompt_tokens" in usage) return readOpenAi(usage);
  if ("cache_read_input_tokens" in usage || "cache_creation_input_tokens" in usage)
    return readAnthropic(usage);
  if ("prompt_tokens_details" in usage || "total_tokens" in usage || "cached_tokens" in usage) {
    if ("input_tokens" in usage) return readDashScope(usage);
  } else if ("input_tokens" in usage) return readAnthropic(usage);
  throw new Unreadable(
    "This is no usage object that is known here: it has neither prompt_tokens nor input_tokens.",
  );
}

function explainZeros({ read, written, kind }: Counts): string | null {
  if (read > 0) return null;
  if (kind === "implicit") {
    return "Nothing was read: the implicit cache found nothing, or read nothing, which it never promises.";
  }
  if (written > 0) return "Nothing was read: no live entry begins this prompt, so it was written anew.";
  if (kind === "explicit" || kind === "session") {
    return "Nothing was read or written: no marker was effective, most likely because the prefix is below the minimum.";
  }
  return "The usage does not say that a cache was at work: there was no marker, no marker was effective, or the model has no cache.";
}

/** What stands in the place of words that would take an untold figure for a zero. */
function withoutWritten({ prompt, read }: Counts, uncached: number) {
  return {
    kind: null,
    writtenKnown: false,
    identity: `${formatNumber(read)} read + ${formatNumber(uncached)} written or uncached = ${formatNumber(prompt)} prompt tokens.`,
    zeros:
      read > 0
        ? null
        : "Nothing was read. What was written is not told: it may be any part of the uncached tokens.",
  };
}

/**
 * Reads a usage object, or a whole response that holds one.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11). Anthropic's `input_tokens` are
 * the uncached rest; those of all other endpoints are all of the input. Never throws.
 * @param origin a source that does not tell what was written has it in `uncached`, and says so
 */
export function decodeUsage(value: unknown, origin: UsageOrigin = { tellsWritten: true }): UsageReading {
  const given = fieldsOf(value);
  const usage = fieldsOf(given?.usage) ?? given;
  if (!usage) return fail("The answer holds no usage: what it cost cannot be told.");
  try {
    const counts = readCounts(usage);
    const { prompt, read, written } = counts;
    const uncached = prompt - read - written;
    if (uncached < 0) {
      return fail(
        `The usage contradicts itself: ${formatNumber(read)} read and ${formatNumber(written)} written are more than ${formatNumber(prompt)} of input.`,
      );
    }
    if (!origin.tellsWritten && written === 0) {
      return { ok: true, usage: { ...counts, uncached, ...withoutWritten(counts, uncached) } };
    }
    const identity = `${formatNumber(read)} read + ${formatNumber(written)} written + ${formatNumber(uncached)} uncached = ${formatNumber(prompt)} prompt tokens.`;
    return { ok: true, usage: { ...counts, uncached, identity, zeros: explainZeros(counts) } };
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.message);
    throw error;
  }
}

/** Checks the sums that a usage tells twice: a split against its total, hits and misses against the prompt. */

import { formatNumber } from "../values/figures";
import { type Fields, fieldsOf, listOf, readNumber } from "../values/json";
import { type Message, tell } from "../words/message";

/** Two figures of one usage that cannot both be true. */
export interface Contradiction {
  /** One sentence: what does not add up, and which figure is taken. */
  readonly message: Message;
  /** The figures it names, which are then not unknown. */
  readonly tokens: readonly number[];
}

const WRITTEN = ["cache_creation_input_tokens", "cache_write_tokens"];

function checkLives(fields: Fields): Contradiction | null {
  const split = Object.entries(fieldsOf(fields.cache_creation) ?? {}).filter(([name]) =>
    name.startsWith("ephemeral_"),
  );
  const parts = split.flatMap(([, value]) => readNumber(value) ?? []);
  const name = WRITTEN.find((one) => readNumber(fields[one]) !== null);
  const written = readNumber(fields[name ?? ""]);
  const sum = parts.reduce((total, tokens) => total + tokens, 0);
  if (parts.length === 0 || written === null || sum === written) return null;
  const message = tell("answers.livesDiffer", {
    sum: formatNumber(sum),
    field: name ?? "",
    written: formatNumber(written),
  });
  return { message, tokens: [...parts, sum] };
}

function checkBedrock(fields: Fields): Contradiction | null {
  const parts = listOf(fields.cacheDetails).flatMap((item) => readNumber(fieldsOf(item)?.inputTokens) ?? []);
  const written = readNumber(fields.cacheWriteInputTokens);
  const sum = parts.reduce((total, tokens) => total + tokens, 0);
  if (parts.length === 0 || written === null || sum === written) return null;
  const message = tell("answers.detailsDiffer", {
    parts: "cacheDetails",
    sum: formatNumber(sum),
    field: "cacheWriteInputTokens",
    written: formatNumber(written),
  });
  return { message, tokens: [...parts, sum] };
}

/** https://api-docs.deepseek.com/guides/kv_cache (2026-11): hits and misses are all of the prompt. */
function checkMisses(fields: Fields): Contradiction | null {
  const hit = readNumber(fields.prompt_cache_hit_tokens);
  const miss = readNumber(fields.prompt_cache_miss_tokens);
  const prompt = readNumber(fields.prompt_tokens);
  if (hit === null || miss === null || prompt === null || hit + miss === prompt) return null;
  const message = tell("answers.missesDiffer", {
    hit: formatNumber(hit),
    miss: formatNumber(miss),
    prompt: formatNumber(prompt),
    field: "prompt_tokens",
  });
  return { message, tokens: [hit, miss] };
}

/** The first sum that does not hold; null where all do that are told twice. Never throws. */
export function findContradiction(usage: Fields): Contradiction | null {
  const details = fieldsOf(usage.prompt_tokens_details) ?? fieldsOf(usage.input_tokens_details);
  return (
    checkLives(usage) ?? (details && checkLives(details)) ?? checkBedrock(usage) ?? checkMisses(usage) ?? null
  );
}

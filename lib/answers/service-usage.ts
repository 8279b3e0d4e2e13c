/** Usage of services with fields of their own names: Amazon Bedrock and Gemini. */

import { type Fields, fieldsOf, listOf, readNumber, stringOf } from "../values/json";
import { tell } from "../words/message";
import { exclusive, firstNumber, inclusive, type Shape } from "./known-usage";

const READ = ["cacheReadInputTokens", "cacheReadInputTokenCount"];
const WRITTEN = ["cacheWriteInputTokens", "cacheWriteInputTokenCount"];

/** `cacheDetails` under the names that Anthropic gives to the same split; nothing where there is none. */
function splitWritten({ cacheDetails }: Fields): object {
  const lives = { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 };
  const items = listOf(cacheDetails).map(fieldsOf);
  for (const item of items) {
    const life = stringOf(item?.ttl) === "1h" ? "ephemeral_1h_input_tokens" : "ephemeral_5m_input_tokens";
    lives[life] += firstNumber(item, "inputTokens", ...WRITTEN) ?? 0;
  }
  return items.length === 0 ? {} : { cache_creation: lives };
}

/**
 * Bedrock's Converse names its tokens like the AI SDK, but its input excludes the cache. Source:
 * https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html (2026-10); `…TokenCount` is what its invocation
 * metrics write.
 */
export const bedrock: Shape = (fields) => {
  const input = readNumber(fields.inputTokens);
  const read = firstNumber(fields, ...READ);
  const written = firstNumber(fields, ...WRITTEN);
  if (input === null || (read === null && written === null)) return null;
  const output = readNumber(fields.outputTokens) ?? 0;
  return {
    usage: { ...exclusive(input, output, read, written), ...splitWritten(fields) },
    tellsRead: read !== null,
    tellsWritten: written !== null,
    origin: tell("answers.inputExcludes", { tool: "Amazon Bedrock" }),
  };
};

/** The count of a field, as REST writes its name or as the Python SDK does. */
function countIn(fields: Fields, name: string): number | null {
  return firstNumber(
    fields,
    name,
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
}

const GEMINI_ALONE = ["promptTokensDetails", "prompt_tokens_details", "trafficType", "traffic_type"];

/**
 * Gemini, and Qwen Code, which keeps its fields: the prompt includes what was read. Gemini's candidates leave out thoughts,
 * which are billed as output, and its prompt what tools put in; Qwen Code's include all: the total tells which it is. A
 * call of Gemini writes nothing, whereas Qwen Code leaves out what was written. Source of what was read:
 * https://ai.google.dev/gemini-api/docs/caching (2026-09-02); that thoughts and tools stand apart is taken from the total alone.
 */
export const gemini: Shape = (fields) => {
  const input = countIn(fields, "promptTokenCount");
  if (input === null) return null;
  const output = countIn(fields, "candidatesTokenCount") ?? 0;
  const thoughts = countIn(fields, "thoughtsTokenCount") ?? 0;
  const byTools = countIn(fields, "toolUsePromptTokenCount") ?? 0;
  const more = thoughts + byTools;
  const isApart = more > 0 && countIn(fields, "totalTokenCount") === input + output + more;
  const isGemini = isApart || GEMINI_ALONE.some((name) => name in fields);
  const read = countIn(fields, "cachedContentTokenCount");
  const usage = isApart
    ? inclusive(input + byTools, output + thoughts, read, null)
    : inclusive(input, output, read, null);
  const name = isGemini ? "Gemini" : "Qwen Code";
  return {
    usage,
    tellsWritten: isGemini,
    origin: tell("answers.promptIncludesRead", { tool: name }),
  };
};

/** Takes off a body what only Model Studio knows, so that another service does not refuse it. */

import { type Conversion, noteLoss, omitKeys } from "../prompt/convert/conversion";
import { childPointer } from "../prompt/json-pointer";
import { isList, isObject, type JsonObject, type JsonValue } from "../values/json";
import { tell } from "../words/message";

/** https://www.alibabacloud.com/help/model-studio/use-qwen-by-calling-api (2026-10-11). */
const MODEL_STUDIO_FIELDS = [
  "enable_thinking",
  "thinking_budget",
  "preserve_thinking",
  "vl_high_resolution_images",
  "enable_search",
  "search_options",
  "translation_options",
  "extra_body",
];
/** What engines take beside OpenAI's fields. */
const ENGINE_FIELDS = ["top_k", "repetition_penalty", "chat_template_kwargs"];
const ENGINES: ReadonlySet<string> = new Set(["vllm", "sglang", "tensorrt-llm", "lmcache", "host"]);
/** Services that read the reasoning of earlier answers; to others it is unknown. */
const WITH_REASONING: ReadonlySet<string> = new Set([
  "deepseek",
  "kimi",
  "glm",
  "minimax",
  "grok",
  ...ENGINES,
]);

function omitNoted(
  conversion: Conversion,
  value: JsonObject,
  names: readonly string[],
  at: string,
): JsonObject {
  for (const name of names) {
    const given = value[name];
    if (given === undefined || given === null) continue;
    noteLoss(conversion, childPointer(at, name), tell("exporting.notAField", { name }));
  }
  return omitKeys(value, names);
}

/** A body of the Anthropic dialect as a service other than Model Studio takes it. */
export const omitOwnFields = (conversion: Conversion, body: JsonObject): JsonObject =>
  omitNoted(conversion, body, [...MODEL_STUDIO_FIELDS, "chat_template_kwargs"], "");

function withoutReasoning(conversion: Conversion, message: JsonValue, at: string): JsonValue {
  return isObject(message) ? omitNoted(conversion, message, ["reasoning_content"], at) : message;
}

/** A body of the OpenAI dialect as that service takes it. */
export function toOwnOpenAi(conversion: Conversion, body: JsonObject, system: string): JsonObject {
  const foreign = [...MODEL_STUDIO_FIELDS, ...(ENGINES.has(system) ? [] : ENGINE_FIELDS)];
  const { messages, ...own } = omitNoted(conversion, body, foreign, "");
  const kept = isList(messages) && !WITH_REASONING.has(system);
  const written = kept
    ? messages.map((message, index) =>
        withoutReasoning(conversion, message, childPointer("/messages", index)),
      )
    : (messages ?? []);
  // OpenAI's newer models refuse the older name.
  const { max_tokens: limit, ...rest } = own;
  const isRenamed = system === "openai" && typeof limit === "number";
  return isRenamed
    ? { ...rest, max_completion_tokens: limit, messages: written }
    : { ...own, messages: written };
}

/** A request body of the OpenAI dialect as one of the Anthropic dialect, field by field. */

import { isList, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, isUnset, noteLoss } from "./conversion";
import { thinkingToAnthropic } from "./convert-thinking";
import { choiceToAnthropic, convertTools, toolToAnthropic } from "./convert-tools";
import { messagesToAnthropic } from "./messages-to-anthropic";

/** The Anthropic dialect asks for a limit where the OpenAI one leaves it to the model. */
const DEFAULT_MAX_TOKENS = 4096;

/** Fields of the OpenAI dialect that have no equivalent. */
const WITHOUT_EQUIVALENT = [
  "response_format",
  "seed",
  "presence_penalty",
  "frequency_penalty",
  "repetition_penalty",
  "n",
  "logprobs",
  "top_logprobs",
  "logit_bias",
  "stream_options",
  "enable_search",
  "search_options",
  "modalities",
  "audio",
  "prediction",
  "user",
  "metadata",
  "store",
  "functions",
  "function_call",
];

/** Fields that the playground reads in both dialects, though only the OpenAI one documents them. */
const KEPT_UNDOCUMENTED = [
  "preserve_thinking",
  "vl_high_resolution_images",
  "extra_body",
  "chat_template_kwargs",
  "prompt_cache_breakpoint",
];

/** Written together from several fields, in the place of the first of them. */
const THINKING = ["enable_thinking", "thinking_budget", "reasoning_effort"];
const CHOICE = ["tool_choice", "parallel_tool_calls"];
const LIMIT = ["max_tokens", "max_completion_tokens"];

export function bodyToAnthropic(conversion: Conversion, body: JsonObject): JsonObject {
  const written = new Set<readonly string[]>();
  const once = (group: readonly string[], write: () => JsonObject): JsonObject => {
    if (written.has(group)) return {};
    written.add(group);
    return write();
  };
  const convert = (key: string, value: JsonValue): JsonObject => {
    if (key === "messages" && isList(value)) return convertMessages(conversion, value, "/messages");
    if (key === "tools") return { tools: convertTools(conversion, value, toolToAnthropic) };
    if (key === "stop") return stopSequences(value);
    if (LIMIT.includes(key)) return once(LIMIT, () => limitOf(conversion, body));
    if (THINKING.includes(key)) return once(THINKING, () => thinkingToAnthropic(conversion, body));
    if (CHOICE.includes(key)) {
      return once(CHOICE, () => {
        const choice = choiceToAnthropic(conversion, body.tool_choice, body.parallel_tool_calls);
        const none: JsonObject = {};
        return choice ? { tool_choice: choice } : none;
      });
    }
    if (WITHOUT_EQUIVALENT.includes(key)) {
      if (value !== null) {
        noteLoss(conversion, childPointer("", key), tell("conversion.noEquivalent", { field: key }));
      }
      return {};
    }
    if (KEPT_UNDOCUMENTED.includes(key) && value !== null) {
      noteLoss(
        conversion,
        childPointer("", key),
        tell("conversion.undocumented", { field: key, dialect: "Anthropic" }),
      );
    }
    return Object.fromEntries([[key, value]]);
  };
  const fields = Object.entries(body).flatMap(([key, value]) => Object.entries(convert(key, value)));
  return withLimit(conversion, Object.fromEntries(fields));
}

/** The fields `system` and `messages`. */
export function convertMessages(
  conversion: Conversion,
  given: readonly JsonValue[],
  pointer: string,
): JsonObject {
  const { system, messages } = messagesToAnthropic(conversion, given, pointer);
  return { ...(system === undefined ? {} : { system }), messages };
}

/** What is noted where the dialect asks for a limit that the request does not say. */
export const LIMIT_ADDED = tell("conversion.limitAdded", { limit: DEFAULT_MAX_TOKENS });

/** The body with a `max_tokens`, behind its model where it has one. */
export function withLimit(conversion: Conversion, body: JsonObject): JsonObject {
  if (!isUnset(body.max_tokens)) return body;
  noteLoss(conversion, "", LIMIT_ADDED);
  const entries = Object.entries(body).filter(([key]) => key !== "max_tokens");
  const at = entries.findIndex(([key]) => key === "model") + 1;
  return Object.fromEntries(entries.toSpliced(at, 0, ["max_tokens", DEFAULT_MAX_TOKENS]));
}

function limitOf(conversion: Conversion, body: JsonObject): JsonObject {
  const { max_tokens: limit, max_completion_tokens: completion } = body;
  if (!isUnset(completion)) {
    const key = isUnset(limit) ? "conversion.limitRenamed" : "conversion.limitLeftOut";
    noteLoss(conversion, "/max_completion_tokens", tell(key));
  }
  const max = limit ?? completion;
  return isUnset(max) ? {} : { max_tokens: max };
}

function stopSequences(stop: JsonValue): JsonObject {
  if (stop === null) return {};
  return { stop_sequences: isList(stop) ? stop : [stop] };
}

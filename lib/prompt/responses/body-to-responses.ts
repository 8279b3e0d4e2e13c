/** A chat body as one of Model Studio's Responses API, field by field. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, isUnset, noteLoss, setFields } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { listMarkers, rewriteMarkers } from "../services/marker-places";
import { choiceToResponses, formatToResponses, toItems, toolToResponses } from "../services/to-responses";

/** Fields of chats that have no equivalent. */
const WITHOUT_EQUIVALENT = [
  "stop",
  "seed",
  "n",
  "presence_penalty",
  "frequency_penalty",
  "repetition_penalty",
  "logprobs",
  "logit_bias",
  "stream_options",
  "modalities",
  "audio",
  "prediction",
  "functions",
  "function_call",
];

/** Written together from several fields, in the place of the first of them. */
const LIMIT = ["max_tokens", "max_completion_tokens"];
const TEXT = ["response_format", "verbosity"];

/** The text of a message that says nothing but one text; null of any other. */
function onlyText(message: JsonValue | undefined): string | null {
  if (!isObject(message) || message.role !== "system") return null;
  const { content } = message;
  const [first, ...others] = isList(content) ? content : [];
  const text = isObject(first) && first.type === "text" && others.length === 0 ? first.text : content;
  return typeof text === "string" && text !== "" ? text : null;
}

const isAnswer = (message: JsonValue | undefined): message is JsonObject =>
  isObject(message) && message.role === "assistant";

const isEmptyContent = ({ content }: JsonObject): boolean =>
  isUnset(content) || content === "" || (isList(content) && content.length === 0);

/** Whether the items of an answer would be read as going on with the answer before it. */
function joins(before: JsonValue | undefined, message: JsonValue): boolean {
  if (!isAnswer(before) || !isAnswer(message)) return false;
  const hasCalls = isList(before.tool_calls) && before.tool_calls.length > 0;
  const onlyThinks = !isUnset(before.reasoning_content) && isEmptyContent(before) && !hasCalls;
  return onlyThinks || (isUnset(message.reasoning_content) && isEmptyContent(message));
}

function convertMessages(
  conversion: Conversion,
  messages: readonly JsonValue[],
  pointer: string,
): JsonObject {
  const [first] = messages;
  const instructions = onlyText(first);
  const from = instructions === null ? 0 : 1;
  const input = messages.slice(from).flatMap((message, offset): JsonValue[] => {
    const index = from + offset;
    const at = childPointer(pointer, index);
    if (joins(messages[index - 1], message)) noteLoss(conversion, at, tell("conversion.answersJoined"));
    return toItems(conversion, message, at, { isModelStudio: true });
  });
  return { ...(instructions === null ? {} : { instructions }), input };
}

function limitOf({ max_tokens: limit, max_completion_tokens: completion }: JsonObject): JsonObject {
  return setFields({ max_output_tokens: completion ?? limit });
}

function textOf({ response_format: format, verbosity }: JsonObject): JsonObject {
  const text = setFields({ format: formatToResponses(format), verbosity });
  return Object.keys(text).length === 0 ? {} : { text };
}

/** Notes once that the service places its breakpoints itself, and leaves the markers out. */
function withoutMarkers(conversion: Conversion, body: JsonObject): JsonObject {
  const count = listMarkers(body).length;
  if (count === 0) return body;
  noteLoss(conversion, "", tell("conversion.responsesMarkers", { count }));
  return rewriteMarkers(body, () => ({}));
}

/**
 * The body of the same request; a first system message becomes `instructions`, and a bare array a body without a model.
 * Source: https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-openai-responses (2026-10-11).
 */
export function bodyToResponses(conversion: Conversion, given: JsonValue): JsonObject {
  if (isList(given)) noteLoss(conversion, "", tell("conversion.bareMessagesResponses"));
  const pointer = isList(given) ? "" : "/messages";
  const body = withoutMarkers(conversion, isObject(given) ? given : { messages: given });
  const written = new Set<readonly string[]>();
  const once = (group: readonly string[], write: () => JsonObject): JsonObject => {
    if (written.has(group)) return {};
    written.add(group);
    return write();
  };
  const convert = (key: string, value: JsonValue): JsonObject => {
    if (key === "messages" && isList(value)) return convertMessages(conversion, value, pointer);
    if (LIMIT.includes(key)) return once(LIMIT, () => limitOf(body));
    if (TEXT.includes(key)) return once(TEXT, () => textOf(body));
    if (key === "tools") return isList(value) ? { tools: value.map(toolToResponses) } : { tools: value };
    if (key === "tool_choice") return setFields({ tool_choice: choiceToResponses(value) });
    if (key === "reasoning_effort") return value === null ? {} : { reasoning: { effort: value } };
    if (WITHOUT_EQUIVALENT.includes(key)) {
      if (value !== null) {
        noteLoss(conversion, childPointer("", key), tell("conversion.noEquivalent", { field: key }));
      }
      return {};
    }
    return Object.fromEntries([[key, value]]);
  };
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => Object.entries(convert(key, value))),
  );
}

/** A chat body of the OpenAI dialect as one of OpenAI's Responses, its breakpoints on the same parts. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, isUnset, markersOf, omitKeys, setFields } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { leaveOutFor } from "./leave-out";

/** Fields that have one name and one meaning in both. */
const SAME_FIELDS = [
  "model",
  "temperature",
  "top_p",
  "top_logprobs",
  "stream",
  "store",
  "metadata",
  "user",
  "safety_identifier",
  "service_tier",
  "parallel_tool_calls",
  "prompt_cache_key",
  "prompt_cache_options",
  "prompt_cache_retention",
];
const RENAMED_FIELDS = [
  "messages",
  "tools",
  "tool_choice",
  "max_tokens",
  "max_completion_tokens",
  "reasoning_effort",
  "response_format",
  "verbosity",
];

const leaveOut = leaveOutFor("Responses");

function toImage(part: JsonObject): JsonObject {
  const { image_url: image } = part;
  const given = isObject(image) ? image : null;
  return setFields({ type: "input_image", image_url: given ? given.url : image, detail: given?.detail });
}

/** How Model Studio's own Responses differ: they take the parts of chats too, and give thoughts with their text. */
export interface ItemsOptions {
  readonly isModelStudio?: boolean;
}

interface Place extends ItemsOptions {
  readonly isAnswer: boolean;
}

function toPart(
  conversion: Conversion,
  part: JsonValue,
  { isAnswer, isModelStudio = false }: Place,
  at: string,
): JsonObject | null {
  if (typeof part === "string") return { type: isAnswer ? "output_text" : "input_text", text: part };
  if (!isObject(part)) return null;
  const { type, text, refusal, file } = part;
  const marker = markersOf(part);
  if (type === "text") return { type: isAnswer ? "output_text" : "input_text", text: text ?? "", ...marker };
  if (type === "refusal") return { type, refusal: refusal ?? "", ...marker };
  if (type === "image_url" && !isAnswer) return { ...toImage(part), ...marker };
  if (type === "file" && !isAnswer && isObject(file)) return { type: "input_file", ...file, ...marker };
  if (isModelStudio) return part;
  return leaveOut(conversion, at, tell("conversion.aPartOfType", { type: String(type) }));
}

function toParts(conversion: Conversion, content: JsonValue, place: Place, at: string): JsonValue[] {
  const parts = isList(content) ? content : [content];
  return parts.flatMap((part, index): JsonValue[] => {
    const one = toPart(conversion, part, place, isList(content) ? childPointer(at, index) : at);
    return one ? [one] : [];
  });
}

function toCall(conversion: Conversion, call: JsonValue, at: string): JsonValue[] {
  const { id, function: named } = isObject(call) ? call : {};
  if (!isObject(named)) {
    leaveOut(conversion, at, tell("conversion.thisCall"));
    return [];
  }
  const { name = "", arguments: given = "" } = named;
  return [{ type: "function_call", call_id: id ?? "", name, arguments: given }];
}

/** A thought that is sent again, as the service gives it. */
const toThought = (text: JsonValue): JsonValue => ({
  type: "reasoning",
  summary: [{ type: "summary_text", text }],
});

/** A message, its thought, the calls in it, and each result are items of their own. */
export function toItems(
  conversion: Conversion,
  message: JsonValue,
  at: string,
  { isModelStudio = false }: ItemsOptions = {},
): JsonValue[] {
  if (!isObject(message)) return [];
  const { role, content, tool_calls: calls, tool_call_id: callId } = message;
  const place = childPointer(at, "content");
  if (role === "tool") {
    const output = isList(content)
      ? toParts(conversion, content, { isAnswer: false, isModelStudio }, place)
      : (content ?? "");
    return [{ type: "function_call_output", call_id: callId ?? "", output }];
  }
  const isAnswer = role === "assistant";
  const written = isUnset(content)
    ? null
    : isList(content)
      ? toParts(conversion, content, { isAnswer, isModelStudio }, place)
      : content;
  const isEmpty = written === null || written === "" || (isList(written) && written.length === 0);
  const list = isList(calls) ? calls : [];
  const thought = isModelStudio && isAnswer ? message.reasoning_content : null;
  return [
    ...(typeof thought === "string" && thought !== "" ? [toThought(thought)] : []),
    ...(isEmpty && (isAnswer || list.length > 0) ? [] : [{ role: role ?? "user", content: written ?? "" }]),
    ...list.flatMap((call, index) =>
      toCall(conversion, call, childPointer(childPointer(at, "tool_calls"), index)),
    ),
  ];
}

/** A function of chats, flat. */
export function toolToResponses(tool: JsonValue): JsonValue {
  const { function: named } = isObject(tool) ? tool : {};
  return isObject(named) ? { type: "function", ...named } : tool;
}

export function choiceToResponses(choice: JsonValue | undefined): JsonValue | undefined {
  const { function: named } = isObject(choice) ? choice : {};
  return isObject(named) ? { type: "function", name: named.name ?? "" } : choice;
}

export function formatToResponses(format: JsonValue | undefined): JsonValue | undefined {
  if (!isObject(format)) return undefined;
  const { type, json_schema: schema } = format;
  return isObject(schema) ? { type: type ?? "json_schema", ...schema } : format;
}

const holder = (fields: JsonObject): JsonObject | null => (Object.keys(fields).length === 0 ? null : fields);

/**
 * Source: https://developers.openai.com/api/docs/guides/prompt-caching (2026-10-02). The system text stays a message:
 * breakpoints do not stand on `instructions`. Losses are noted with their place in the chat body.
 */
export function toResponses(conversion: Conversion, body: JsonObject): JsonObject {
  const { messages, tools, tool_choice: choice } = body;
  for (const [key, value] of Object.entries(omitKeys(body, [...SAME_FIELDS, ...RENAMED_FIELDS])))
    if (!isUnset(value)) leaveOut(conversion, childPointer("", key), key);
  const same = setFields(Object.fromEntries(SAME_FIELDS.map((key) => [key, body[key]])));
  return {
    ...same,
    ...setFields({
      max_output_tokens: body.max_completion_tokens ?? body.max_tokens,
      reasoning: isUnset(body.reasoning_effort) ? null : { effort: body.reasoning_effort },
      text: holder(setFields({ format: formatToResponses(body.response_format), verbosity: body.verbosity })),
      tools: isList(tools) ? tools.map(toolToResponses) : null,
      tool_choice: choiceToResponses(choice),
    }),
    input: (isList(messages) ? messages : []).flatMap((message, index) =>
      toItems(conversion, message, childPointer("/messages", index)),
    ),
  };
}

/** A message with calls or reasoning as blocks of the Anthropic dialect. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, isUnset, noteLoss, omitKeys } from "./conversion";
import { omitOpenAiFields } from "./omit-openai-fields";
import { toBlocks } from "./parts-to-anthropic";

/** Reasoning comes first, then what is said, then the calls; a string content alone stays a string. */
export function assistantToAnthropic(conversion: Conversion, message: JsonObject, at: string): JsonObject {
  const { content, reasoning_content: reasoning, tool_calls: calls } = message;
  const thoughts = typeof reasoning === "string" && reasoning !== "" ? reasoning : null;
  const called = isList(calls) ? calls : [];
  const kept = omitOpenAiFields(conversion, omitKeys(message, ["reasoning_content", "tool_calls"]), at);
  if (thoughts === null && called.length === 0) {
    if (isUnset(content)) return { ...kept, content: "" };
    return { ...kept, content: isList(content) ? toBlocks(conversion, content, `${at}/content`) : content };
  }
  const blocks: JsonValue[] = [
    ...(thoughts === null ? [] : [{ type: "thinking", thinking: thoughts }]),
    ...toBlocks(conversion, content, `${at}/content`),
    ...called.map((call, index) => toToolUse(conversion, call, childPointer(`${at}/tool_calls`, index))),
  ];
  return { ...kept, content: blocks };
}

function toToolUse(conversion: Conversion, call: JsonValue, at: string): JsonValue {
  const { id, function: given, ...rest } = isObject(call) ? call : {};
  const { name, arguments: written } = isObject(given) ? given : {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === "type" || key === "index" || value === null) continue;
    noteLoss(conversion, childPointer(at, key), tell("conversion.callHasNo", { field: key }));
  }
  if (typeof name !== "string") {
    noteLoss(conversion, at, tell("conversion.callNoFunction"));
  }
  if (typeof id !== "string") noteLoss(conversion, at, tell("conversion.callNoId"));
  return {
    type: "tool_use",
    id: typeof id === "string" ? id : "",
    name: typeof name === "string" ? name : "",
    input: readArguments(conversion, written, `${at}/function/arguments`),
  };
}

/** The object that the arguments' JSON text holds; of any other text an object with that text. */
function readArguments(conversion: Conversion, written: JsonValue | undefined, at: string): JsonObject {
  if (isUnset(written) || (typeof written === "string" && written.trim() === "")) return {};
  if (isObject(written)) return written;
  const value = typeof written === "string" ? parseValue(written) : written;
  if (isObject(value)) return value;
  noteLoss(conversion, at, tell("conversion.argumentsNoObject", { example: '{"arguments": …}' }));
  return { arguments: written };
}

function parseValue(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

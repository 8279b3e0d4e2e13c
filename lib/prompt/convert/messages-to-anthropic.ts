/** Messages of the OpenAI dialect as those of the Anthropic one, with the system text taken out. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { assistantToAnthropic } from "./assistant-to-anthropic";
import { type Conversion, noteLoss } from "./conversion";
import { omitOpenAiFields } from "./omit-openai-fields";
import { toBlocks } from "./parts-to-anthropic";
import { resultToAnthropic } from "./result-to-anthropic";

export interface AnthropicMessages {
  /** Undefined where the messages begin with no system message. */
  readonly system: JsonValue | undefined;
  readonly messages: readonly JsonValue[];
}

const SYSTEM_ROLES: readonly unknown[] = ["system", "developer"];
const isSystem = (message: JsonValue | undefined): message is JsonObject =>
  isObject(message) && SYSTEM_ROLES.includes(message.role);

/** @param pointer of the list of messages; empty for a bare array */
export function messagesToAnthropic(
  conversion: Conversion,
  messages: readonly JsonValue[],
  pointer: string,
): AnthropicMessages {
  const first = messages.findIndex((message) => !isSystem(message));
  const heads = messages.slice(0, first < 0 ? messages.length : first).filter(isSystem);
  const system = mergeSystem(conversion, heads, pointer);
  const converted: JsonValue[] = [];
  /** Results that share one user message; null where the last message is none of theirs. */
  let results: JsonValue[] | null = null;
  for (const [index, message] of messages.entries()) {
    if (index < heads.length) continue;
    const at = childPointer(pointer, index);
    if (isObject(message) && message.role === "tool") {
      const block = resultToAnthropic(conversion, message, at);
      if (results) results.push(block);
      else {
        results = [block];
        converted.push({ role: "user", content: results });
      }
    } else {
      results = null;
      converted.push(convertMessage(conversion, message, at));
    }
  }
  if (converted.length === 0) {
    noteLoss(conversion, pointer, tell("conversion.messageBeside"));
  }
  return { system, messages: converted };
}

/** One system message stays as it is written; several become the blocks of one. */
function mergeSystem(
  conversion: Conversion,
  heads: readonly JsonObject[],
  pointer: string,
): JsonValue | undefined {
  for (const [index, head] of heads.entries()) {
    const at = childPointer(pointer, index);
    if (head.role === "developer") {
      noteLoss(conversion, `${at}/role`, tell("conversion.developerRole"));
    }
    noteFields(conversion, head, at);
  }
  const [only] = heads;
  if (!only) return undefined;
  if (heads.length === 1) {
    const { content } = only;
    return isList(content) ? toBlocks(conversion, content, `${pointer}/0/content`) : (content ?? "");
  }
  noteLoss(conversion, pointer, tell("conversion.systemMerged", { count: heads.length }));
  return heads.flatMap(({ content }, index) => toBlocks(conversion, content, `${pointer}/${index}/content`));
}

function noteFields(conversion: Conversion, head: JsonObject, at: string): void {
  for (const [key, value] of Object.entries(head)) {
    if (key === "role" || key === "content" || value === null) continue;
    noteLoss(conversion, childPointer(at, key), tell("conversion.systemHasNo", { field: key }));
  }
}

function convertMessage(conversion: Conversion, message: JsonValue, at: string): JsonValue {
  if (!isObject(message)) return message;
  const late = SYSTEM_ROLES.includes(message.role);
  if (late) {
    noteLoss(conversion, at, tell("conversion.lateSystem"));
  }
  if (message.role === "function") {
    noteLoss(conversion, at, tell("conversion.functionRole"));
  }
  const toUser = late || message.role === "function";
  if (message.role === "assistant" || isList(message.tool_calls)) {
    return assistantToAnthropic(conversion, toUser ? { ...message, role: "user" } : message, at);
  }
  const kept = omitOpenAiFields(conversion, message, at);
  const { content } = message;
  const converted = isList(content) ? toBlocks(conversion, content, `${at}/content`) : content;
  return {
    ...kept,
    ...(toUser ? { role: "user" } : {}),
    ...(converted === undefined ? {} : { content: converted }),
  };
}

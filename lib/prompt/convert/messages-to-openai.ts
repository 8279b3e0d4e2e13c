/** Messages of the Anthropic dialect as those of the OpenAI one: results become messages of their own. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { writeSpacedJson } from "../write-json";
import { type Conversion, noteLoss, omitKeys } from "./conversion";
import { toPart } from "./parts-to-openai";
import { resultToOpenAi } from "./result-to-openai";
import { type SplitContent, splitContent } from "./split-content";

/** The system text as the first message; none where it is not set. */
export function systemToOpenAi(conversion: Conversion, system: JsonValue | undefined): JsonValue[] {
  if (system === undefined || system === null) return [];
  const content = isList(system)
    ? system.map((block, index) => toPart(conversion, block, childPointer("/system", index)))
    : system;
  return [{ role: "system", content }];
}

/** One message as one or more: its tool results first, then what else it says. */
export function messageToOpenAi(conversion: Conversion, message: JsonValue, at: string): JsonValue[] {
  if (!isObject(message) || !isList(message.content)) return [message];
  const split = splitContent(conversion, message.content, `${at}/content`);
  const results = split.results.map(({ block, pointer }) => resultToOpenAi(conversion, block, pointer));
  const { thoughts, calls, parts } = split;
  if (results.length > 0 && parts.length + thoughts.length + calls.length === 0) {
    for (const key of Object.keys(omitKeys(message, ["role", "content"]))) {
      noteLoss(conversion, childPointer(at, key), tell("conversion.resultHasNo", { field: key }));
    }
    return results;
  }
  return [...results, restOf(conversion, message, split)];
}

function restOf(conversion: Conversion, message: JsonObject, split: SplitContent): JsonObject {
  const parts = split.parts.map(({ block, pointer }) => toPart(conversion, block, pointer));
  const { thoughts, calls } = split;
  if (thoughts.length === 0 && calls.length === 0) return { ...message, content: parts };
  const given = message.tool_calls;
  const called = [...(isList(given) ? given : []), ...calls.map(toCall)];
  return {
    ...omitKeys(message, ["content", "tool_calls"]),
    content: parts.length === 0 ? (called.length > 0 ? null : "") : (plainText(parts) ?? parts),
    ...(thoughts.length > 0 ? { reasoning_content: thoughts.join("\n") } : {}),
    ...(called.length > 0 ? { tool_calls: called } : {}),
  };
}

/** The string of a single text part that carries nothing else. */
function plainText(parts: readonly JsonValue[]): string | null {
  const [only] = parts;
  if (parts.length !== 1 || !isObject(only) || Object.keys(only).length !== 2) return null;
  return only.type === "text" && typeof only.text === "string" ? only.text : null;
}

function toCall({ id, name, input }: JsonObject): JsonObject {
  return {
    id: id ?? "",
    type: "function",
    function: { name: name ?? "", arguments: writeSpacedJson(input ?? {}) },
  };
}

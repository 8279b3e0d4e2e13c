/** A `tool_result` block as a message of the role `tool`. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, markersOf, noteLoss } from "./conversion";
import { toPart } from "./parts-to-openai";

const READ = ["type", "tool_use_id", "content"];

/** The block's marker moves to the last part of the message: a string cannot carry one. */
export function resultToOpenAi(conversion: Conversion, block: JsonObject, at: string): JsonObject {
  const { tool_use_id: id, content } = block;
  const markers = markersOf(block);
  for (const [key, value] of Object.entries(block)) {
    if (READ.includes(key) || Object.hasOwn(markers, key) || value === null || value === false) continue;
    noteLoss(conversion, childPointer(at, key), tell("conversion.toolMessageHasNo", { field: key }));
  }
  const converted = isList(content)
    ? content.map((item, index) => toPart(conversion, item, childPointer(`${at}/content`, index)))
    : (content ?? "");
  return {
    role: "tool",
    tool_call_id: id ?? "",
    content: Object.keys(markers).length > 0 ? markLast(converted, markers) : converted,
  };
}

function markLast(content: JsonValue, markers: JsonObject): JsonValue {
  if (!isList(content)) {
    return [
      { type: "text", text: typeof content === "string" ? content : JSON.stringify(content), ...markers },
    ];
  }
  const last = content.at(-1);
  if (!isObject(last)) return [...content, { type: "text", text: "", ...markers }];
  return [...content.slice(0, -1), { ...last, ...markers }];
}

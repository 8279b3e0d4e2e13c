/** Takes fields off a message that only the OpenAI dialect has. */

import { isList, type JsonObject } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, noteLoss, omitKeys } from "./conversion";

const OPENAI_FIELDS = [
  "name",
  "tool_call_id",
  "tool_calls",
  "reasoning_content",
  "function_call",
  "refusal",
  "annotations",
  "audio",
];

/** A message without the fields only the OpenAI dialect has; each that held something is noted. */
export function omitOpenAiFields(conversion: Conversion, message: JsonObject, at: string): JsonObject {
  for (const key of OPENAI_FIELDS) {
    const value = message[key];
    if (value === undefined || value === null || (isList(value) && value.length === 0)) continue;
    noteLoss(conversion, childPointer(at, key), tell("conversion.messageHasNo", { field: key }));
  }
  return omitKeys(message, OPENAI_FIELDS);
}

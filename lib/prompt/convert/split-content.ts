/** Sorts the blocks of an Anthropic message by where the OpenAI dialect writes them. */

import { isObject, type JsonObject, type JsonValue } from "../../values/json";
import { childPointer } from "../json-pointer";
import { type Conversion, markersOf, noteLoss } from "./conversion";

interface PlacedBlock<Block extends JsonValue> {
  readonly block: Block;
  readonly pointer: string;
}

export interface SplitContent {
  readonly results: readonly PlacedBlock<JsonObject>[];
  readonly thoughts: readonly string[];
  readonly calls: readonly JsonObject[];
  /** Everything that stays in the content. */
  readonly parts: readonly PlacedBlock<JsonValue>[];
}

/** Reads the content block by block; what changes its place or cannot be kept is noted. */
export function splitContent(
  conversion: Conversion,
  content: readonly JsonValue[],
  at: string,
): SplitContent {
  const results: PlacedBlock<JsonObject>[] = [];
  const thoughts: string[] = [];
  const calls: JsonObject[] = [];
  const parts: PlacedBlock<JsonValue>[] = [];
  for (const [index, block] of content.entries()) {
    const pointer = childPointer(at, index);
    const type = isObject(block) ? block.type : null;
    if (isObject(block) && type === "tool_result") {
      if (parts.length > 0) {
        noteLoss(
          conversion,
          pointer,
          "Tool results are messages of their own; this one moves before the text.",
        );
      }
      results.push({ block, pointer });
    } else if (isObject(block) && type === "tool_use") {
      noteCall(conversion, block, pointer);
      calls.push(block);
    } else if (isObject(block) && type === "thinking" && typeof block.thinking === "string") {
      noteThought(conversion, block, pointer, thoughts.length > 0, parts.length + calls.length > 0);
      thoughts.push(block.thinking);
    } else if (type === "redacted_thinking") {
      noteLoss(conversion, pointer, "Redacted thinking has no equivalent; it is left out.");
    } else {
      if (calls.length > 0) {
        noteLoss(conversion, pointer, "Calls come last in a message; this block moves before them.");
      }
      parts.push({ block, pointer });
    }
  }
  return { results, thoughts, calls, parts };
}

function noteCall(conversion: Conversion, block: JsonObject, pointer: string): void {
  for (const key of Object.keys(block)) {
    if (["type", "id", "name", "input"].includes(key) || block[key] === null) continue;
    const what = key in markersOf(block) ? "A call cannot carry a marker" : `A call has no ${key}`;
    noteLoss(conversion, childPointer(pointer, key), `${what}; it is left out.`);
  }
}

function noteThought(
  conversion: Conversion,
  block: JsonObject,
  pointer: string,
  joined: boolean,
  moved: boolean,
): void {
  if (joined) noteLoss(conversion, pointer, "Several thinking blocks become one text, a line each.");
  else if (moved) noteLoss(conversion, pointer, "Thinking comes first in a message; this block moves there.");
  for (const [key, value] of Object.entries(block)) {
    if (key === "type" || key === "thinking" || value === null || value === "") continue;
    noteLoss(conversion, childPointer(pointer, key), `Reasoning has no ${key}; it is left out.`);
  }
}

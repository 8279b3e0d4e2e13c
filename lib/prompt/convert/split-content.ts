/** Sorts the blocks of an Anthropic message by where the OpenAI dialect writes them. */

import { isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
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
        noteLoss(conversion, pointer, tell("conversion.resultMoves"));
      }
      results.push({ block, pointer });
    } else if (isObject(block) && type === "tool_use") {
      noteCall(conversion, block, pointer);
      calls.push(block);
    } else if (isObject(block) && type === "thinking" && typeof block.thinking === "string") {
      noteThought(conversion, block, pointer, thoughts.length > 0, parts.length + calls.length > 0);
      thoughts.push(block.thinking);
    } else if (type === "redacted_thinking") {
      noteLoss(conversion, pointer, tell("conversion.redactedThinking"));
    } else {
      if (calls.length > 0) {
        noteLoss(conversion, pointer, tell("conversion.callsLast"));
      }
      parts.push({ block, pointer });
    }
  }
  return { results, thoughts, calls, parts };
}

function noteCall(conversion: Conversion, block: JsonObject, pointer: string): void {
  for (const key of Object.keys(block)) {
    if (["type", "id", "name", "input"].includes(key) || block[key] === null) continue;
    const message = Object.hasOwn(markersOf(block), key)
      ? tell("conversion.callNoMarker")
      : tell("conversion.callNoField", { field: key });
    noteLoss(conversion, childPointer(pointer, key), message);
  }
}

function noteThought(
  conversion: Conversion,
  block: JsonObject,
  pointer: string,
  joined: boolean,
  moved: boolean,
): void {
  if (joined) noteLoss(conversion, pointer, tell("conversion.thinkingJoined"));
  else if (moved) noteLoss(conversion, pointer, tell("conversion.thinkingFirst"));
  for (const [key, value] of Object.entries(block)) {
    if (key === "type" || key === "thinking" || value === null || value === "") continue;
    noteLoss(conversion, childPointer(pointer, key), tell("conversion.reasoningHasNo", { field: key }));
  }
}

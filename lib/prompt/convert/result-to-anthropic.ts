/** A message of the role `tool` as a `tool_result` block. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, markersOf, noteLoss, omitKeys } from "./conversion";
import { toBlocks } from "./parts-to-anthropic";

const READ = ["role", "content", "tool_call_id"];

/** The marker of the result's last marked part moves to the block, the only place the service looks at. */
export function resultToAnthropic(conversion: Conversion, message: JsonObject, at: string): JsonObject {
  const { content, tool_call_id: id } = message;
  if (typeof id !== "string") {
    noteLoss(conversion, at, tell("conversion.resultNoCall"));
  }
  for (const [key, value] of Object.entries(message)) {
    if (READ.includes(key) || value === null) continue;
    noteLoss(conversion, childPointer(at, key), tell("conversion.resultHasNo", { field: key }));
  }
  const parts = isList(content) ? toBlocks(conversion, content, `${at}/content`) : null;
  return {
    type: "tool_result",
    tool_use_id: typeof id === "string" ? id : "",
    ...(parts ? liftMarker(conversion, parts, `${at}/content`) : { content: content ?? "" }),
  };
}

function liftMarker(conversion: Conversion, parts: readonly JsonValue[], at: string): JsonObject {
  const found = parts.map((part) => (isObject(part) ? markersOf(part) : {}));
  const marked = found.map((markers) => Object.keys(markers).length > 0);
  const last = marked.lastIndexOf(true);
  for (const [index, here] of marked.entries()) {
    if (!here) continue;
    if (index !== last) {
      noteLoss(conversion, childPointer(at, index), tell("conversion.resultOneMarker"));
    } else if (index !== parts.length - 1) {
      noteLoss(conversion, childPointer(at, index), tell("conversion.resultMarkerMoves"));
    }
  }
  const bare = parts.map((part, index) =>
    isObject(part) ? omitKeys(part, Object.keys(found[index] ?? {})) : part,
  );
  return { content: plainText(bare) ?? bare, ...(found[last] ?? {}) };
}

/**
 * The string of a single text: results should be strings there
 * (https://help.aliyun.com/en/model-studio/anthropic-api-messages, read 2026-11-21).
 */
function plainText(parts: readonly JsonValue[]): string | null {
  const [only] = parts;
  if (parts.length !== 1 || !isObject(only) || only.type !== "text" || typeof only.text !== "string")
    return null;
  return Object.keys(only).length === 2 ? only.text : null;
}

/** Content blocks of the Anthropic dialect as parts of the OpenAI one. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, markersOf, noteLoss, omitKeys } from "./conversion";

/** A text, image or document block as a part; anything else that has no equivalent becomes text, and is noted. */
export function toPart(conversion: Conversion, block: JsonValue, pointer: string): JsonValue {
  if (typeof block === "string") return { type: "text", text: block };
  if (!isObject(block)) return block;
  const { type, source } = block;
  if (type === "image" && isObject(source)) return toImagePart(conversion, block, source, pointer);
  if (type === "document" && isObject(source)) return toDocumentPart(conversion, block, source, pointer);
  if (type === "text" && !("source" in block)) return toTextPart(conversion, block, pointer);
  const anthropicOnly = [
    "tool_use",
    "tool_result",
    "thinking",
    "redacted_thinking",
    "document",
    "search_result",
  ];
  if (!("source" in block) && !(typeof type === "string" && anthropicOnly.includes(type))) return block;
  return spellOut(conversion, block, pointer);
}

function toTextPart(conversion: Conversion, block: JsonObject, pointer: string): JsonValue {
  if (!("citations" in block)) return block;
  if (block.citations !== null) {
    noteLoss(conversion, childPointer(pointer, "citations"), tell("conversion.citations"));
  }
  return omitKeys(block, ["citations"]);
}

function toImagePart(
  conversion: Conversion,
  block: JsonObject,
  source: JsonObject,
  pointer: string,
): JsonValue {
  const url = urlOf(source);
  if (url === null) return spellOut(conversion, block, pointer);
  return { type: "image_url", image_url: { url }, ...omitKeys(block, ["type", "source"]) };
}

function toDocumentPart(
  conversion: Conversion,
  block: JsonObject,
  source: JsonObject,
  pointer: string,
): JsonValue {
  if (source.type === "text" && typeof source.data === "string") {
    noteLoss(conversion, pointer, tell("conversion.documentText"));
    return { type: "text", text: source.data, ...markersOf(block) };
  }
  const url = urlOf(source);
  if (url === null) return spellOut(conversion, block, pointer);
  noteLoss(conversion, pointer, tell("conversion.documentFile"));
  const file: JsonObject = source.type === "base64" ? { file_data: url } : { file_url: url };
  return { type: "file", file, ...markersOf(block) };
}

function urlOf(source: JsonObject): string | null {
  const { type, url, media_type, data } = source;
  if (type === "url" && typeof url === "string") return url;
  if (type !== "base64" || typeof media_type !== "string" || typeof data !== "string") return null;
  return `data:${media_type};base64,${data}`;
}

/** The text of a block where it has one, else its JSON: nothing of it is lost, but it is text from now on. */
function spellOut(conversion: Conversion, block: JsonObject, pointer: string): JsonValue {
  const markers = markersOf(block);
  noteLoss(
    conversion,
    pointer,
    typeof block.type === "string"
      ? tell("conversion.blockToText", { type: block.type })
      : tell("conversion.thisBlockToText"),
  );
  const { content } = block;
  const texts = isList(content) ? content.map((item) => (isObject(item) ? item.text : null)) : [];
  const text =
    block.type === "search_result" && texts.every((item) => typeof item === "string")
      ? texts.join("")
      : JSON.stringify(omitKeys(block, Object.keys(markers)));
  return { type: "text", text, ...markers };
}

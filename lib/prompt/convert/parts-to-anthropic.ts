/** Content parts of the OpenAI dialect as blocks of the Anthropic one. */

import { isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, noteLoss, omitKeys } from "./conversion";

const MEDIA_WITHOUT_BLOCK = ["video", "video_url", "input_audio", "audio", "file"];
const UNTYPED_KEYS = ["text", "image", "video", "audio"];

/** Blocks of a content: a string is one text block, an empty or missing one none. */
export function toBlocks(
  conversion: Conversion,
  content: JsonValue | undefined,
  pointer: string,
): JsonValue[] {
  if (typeof content === "string") return content === "" ? [] : [{ type: "text", text: content }];
  if (!Array.isArray(content)) return [];
  return content.map((part: JsonValue, index) => toBlock(conversion, part, childPointer(pointer, index)));
}

/** One part as a block; a part that has no equivalent stays as written and is noted. */
function toBlock(conversion: Conversion, part: JsonValue, pointer: string): JsonValue {
  if (typeof part === "string") return { type: "text", text: part };
  if (!isObject(part)) return part;
  if ("prompt_cache_breakpoint" in part && part.prompt_cache_breakpoint !== null) {
    noteLoss(
      conversion,
      childPointer(pointer, "prompt_cache_breakpoint"),
      tell("conversion.markerUndocumented"),
    );
  }
  const type = part.type ?? UNTYPED_KEYS.find((key) => key in part);
  if (type === "text") return part.type === type ? part : { type: "text", ...omitKeys(part, ["type"]) };
  if (type === "image_url" || (type === "image" && !("source" in part))) {
    return toImage(conversion, part, type, pointer);
  }
  if (typeof type === "string" && MEDIA_WITHOUT_BLOCK.includes(type)) {
    noteLoss(conversion, pointer, tell("conversion.partStays", { type }));
  }
  return part;
}

function toImage(
  conversion: Conversion,
  part: JsonObject,
  type: "image_url" | "image",
  pointer: string,
): JsonValue {
  const given = part[type];
  const url = isObject(given) ? given.url : given;
  if (typeof url !== "string") {
    noteLoss(conversion, pointer, tell("conversion.imageNoUrl"));
    return part;
  }
  if (isObject(given)) {
    for (const key of Object.keys(given)) {
      if (key === "url") continue;
      noteLoss(conversion, `${pointer}/${type}/${key}`, tell("conversion.imageHasNo", { field: key }));
    }
  }
  for (const key of ["min_pixels", "max_pixels"]) {
    if (key in part)
      noteLoss(conversion, childPointer(pointer, key), tell("conversion.fieldUndocumented", { field: key }));
  }
  return { type: "image", source: toSource(url), ...omitKeys(part, ["type", type]) };
}

/** A data URL as its bytes, any other as a URL. */
function toSource(url: string): JsonObject {
  const comma = url.indexOf(",");
  const head = /^data:([^;,]+);base64$/.exec(url.slice(0, Math.max(0, Math.min(comma, 200))));
  if (!head?.[1]) return { type: "url", url };
  return { type: "base64", media_type: head[1], data: url.slice(comma + 1) };
}

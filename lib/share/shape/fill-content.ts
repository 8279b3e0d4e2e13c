/** Replaces the content of a message: a string, or an array of parts that the template joins without a gap. */

import { isObject, type JsonObject, type JsonValue } from "../../values/json";
import { fillInput } from "./fill-arguments";
import { isSetting, scrubValue } from "./scrub-value";
import type { ShapeWriter } from "./shape-writer";

/** What stands before the next text, as it was and as it becomes. */
interface Before {
  before: string;
  beforeFilled: string;
}

/** More of it decides nothing: pieces of the pre-tokenizer seldom are as long. */
const REMEMBERED = 300;
const TYPES = new Set(
  `text image_url image video video_url input_audio audio document thinking redacted_thinking tool_use tool_result
  search_result base64 url input_text output_text input_image`
    .trim()
    .split(/\s+/),
);
const MEDIA = new Set(["image_url", "image", "video", "video_url", "input_audio", "audio", "input_image"]);
/** `image/png`, `wav`: what a medium is coded in. */
const MEDIA_TYPE =
  /^(?:(?:image|video|audio)\/)?(?:png|jpe?g|gif|webp|bmp|heic|tiff|mp4|webm|mov|mp3|mpeg|wav|pcm|aac|ogg)$/;

const startOfTurn = (): Before => ({ before: "\n", beforeFilled: "\n" });

/** Replaces a text and moves on behind it. */
function fillNext(text: string, at: Before, writer: ShapeWriter): string {
  const filled = writer.fillText(text, at);
  at.before = (at.before + text).slice(-REMEMBERED);
  at.beforeFilled = (at.beforeFilled + filled).slice(-REMEMBERED);
  return filled;
}

function fillMedium(value: JsonValue, key: string, writer: ShapeWriter): JsonValue {
  if (typeof value === "string") {
    if (key === "type") return TYPES.has(value) ? value : "x";
    if (key === "format" || key === "media_type") return MEDIA_TYPE.test(value) ? value : "x";
    if (key === "data" && !value.startsWith("data:")) return writer.media.fillData(value);
    return isSetting(key) ? scrubValue(value) : writer.media.fillUrl(value);
  }
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => fillMedium(item, key, writer));
  const members = Object.entries(value).flatMap(([name, member]) =>
    isSetting(name) || MEDIA.has(name) || ["source", "url", "data", "format", "media_type"].includes(name)
      ? [[name, name.endsWith("cache_control") ? scrubValue(member) : fillMedium(member, name, writer)]]
      : [],
  );
  return Object.fromEntries(members);
}

function fillResult(content: JsonValue, writer: ShapeWriter): JsonValue {
  const at = startOfTurn();
  if (typeof content === "string") return fillNext(content, at, writer);
  if (!Array.isArray(content)) return scrubValue(content);
  return content.map((block: JsonValue) => {
    if (typeof block === "string") return fillNext(block, at, writer);
    if (!isObject(block)) return scrubValue(block);
    if (typeof block.text === "string")
      return { ...fillMembers(block, writer), text: fillNext(block.text, at, writer) };
    return fillMedium(block, "", writer);
  });
}

/** The members that are no texts: type, ids, names, markers and figures. */
function fillMembers(part: JsonObject, writer: ShapeWriter): JsonObject {
  const members = Object.entries(part).flatMap(([key, value]): (readonly [string, JsonValue])[] => {
    if (key === "type") return [[key, typeof value === "string" && TYPES.has(value) ? value : "x"]];
    if (key === "text" || key === "thinking" || key === "content" || key === "source") return [[key, ""]];
    if (key === "id" || key === "tool_use_id") return [[key, writer.fillId(String(value))]];
    if (key === "name" && typeof value === "string") return [[key, writer.fillName(value)]];
    if (key === "input") return [[key, fillInput(value, writer)]];
    if (key === "signature" || key === "data") return [[key, "x"]];
    return isSetting(key) ? [[key, scrubValue(value)]] : [];
  });
  return Object.fromEntries(members);
}

function fillPart(part: JsonValue, at: Before, writer: ShapeWriter): JsonValue {
  if (typeof part === "string") return fillNext(part, at, writer);
  if (!isObject(part)) return scrubValue(part);
  const { type, text, thinking, content, source } = part;
  const kind = typeof type === "string" ? type : [...MEDIA].find((key) => key in part && !("text" in part));
  if (kind !== undefined && MEDIA.has(kind)) {
    // An added token stands for the medium: nothing reaches across it.
    Object.assign(at, { before: "", beforeFilled: "" });
    return fillMedium(part, "", writer);
  }
  const filled: Record<string, JsonValue> = { ...fillMembers(part, writer) };
  if (kind === "tool_result" && content !== undefined) filled.content = fillResult(content, writer);
  else delete filled.content;
  if (typeof thinking === "string") filled.thinking = writer.fillText(thinking);
  if (isObject(source)) {
    const { type: form, data } = source;
    const isText = form === "text" && typeof data === "string";
    filled.source = isText
      ? { type: "text", media_type: "text/plain", data: fillNext(data, at, writer) }
      : { type: "url", url: "https://media.invalid/" };
  } else delete filled.source;
  if (typeof text === "string") filled.text = fillNext(text, at, writer);
  return filled;
}

export function fillContent(content: JsonValue, writer: ShapeWriter): JsonValue {
  const at = startOfTurn();
  if (typeof content === "string") return fillNext(content, at, writer);
  return Array.isArray(content)
    ? content.map((part: JsonValue) => fillPart(part, at, writer))
    : scrubValue(content);
}

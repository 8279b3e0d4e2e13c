/** Reads one item of a `content` array. */

import { type Message, type Said, tell } from "../words/message";
import { findUncounted, listResultMedia, nameElsewhere } from "./find-uncounted";
import { type JsonNode, memberOf, plainValue, rangeOf, stringOf } from "./json-node";
import { childPointer, tellPlace } from "./json-pointer";
import { type ParseContext, reportShape } from "./parse-context";
import { markersOn } from "./parse-marker";
import type { Marker, Part, PartKind, ToolCall } from "./prompt";

/** Part types of chats and of the Anthropic dialect. */
const KINDS: ReadonlyMap<string, PartKind> = new Map([
  ["text", "text"],
  ["image_url", "image"],
  ["image", "image"],
  ["video", "video"],
  ["video_url", "video"],
  ["input_audio", "audio"],
  ["audio", "audio"],
  ["document", "text"],
  ["thinking", "reasoning"],
  ["redacted_thinking", "reasoning"],
  ["tool_use", "tool-call"],
  ["tool_result", "tool-result"],
]);

/** Part types that only Responses have, besides those of chats. */
const RESPONSES_KINDS: ReadonlyMap<string, PartKind> = new Map([
  ["input_text", "text"],
  ["output_text", "text"],
  ["input_image", "image"],
  ["input_video", "video"],
]);

const MEDIA: ReadonlySet<PartKind> = new Set(["image", "video", "audio", "unknown"]);

/** A type that the service refuses, and what to write in its place. */
const SOUND = { type: "audio_url", mend: '{"type": "input_audio", "input_audio": {"data": …, "format": …}}' };

/** Parts of DashScope's own form have no `type`; their one key names it, e.g. `{"text": "…"}`. */
const UNTYPED_KEYS = ["text", "image", "video", "audio"];

/** Reads the part at `pointer`, noting its markers and anything wrong with it. */
export function parsePart(context: ParseContext, node: JsonNode, pointer: string): Part {
  const bare = stringOf(node);
  if (bare !== null) {
    reportShape(
      context,
      tell("prompt.partBare", { place: tellPlace(pointer), example: '{"type": "text", "text": …}' }),
      pointer,
      node,
    );
    return { pointer, range: rangeOf(node), kind: "text", text: bare, marker: null };
  }
  const kind = kindOf(context, node, pointer);
  const markers = markersOn(node, pointer, "part");
  context.markers.push(...markers);
  const uncounted = findUncounted(node, kind);
  const nested = kind === "tool-result" ? listNested(node, pointer) : [];
  const part = {
    pointer,
    range: rangeOf(node),
    kind,
    ...(uncounted ? { uncounted } : {}),
    marker: markers[0] ?? null,
    ...(nested.length > 0 ? { nested } : {}),
  };
  if (kind === "tool-call") return { ...part, text: "", call: callOf(node) };
  if (MEDIA.has(kind))
    return {
      ...part,
      text: "",
      media: JSON.stringify(plainValue(node, ["cache_control", "prompt_cache_breakpoint"])),
    };
  const seen =
    kind === "tool-result" && uncounted ? listResultMedia(node).map((block) => plainValue(block)) : null;
  return {
    ...part,
    text: textOf(context, node, kind, pointer),
    ...(seen ? { media: JSON.stringify(seen) } : {}),
  };
}

/** Markers on the blocks of a tool result's content. */
function listNested(node: JsonNode, pointer: string): readonly Marker[] {
  const content = memberOf(node, "content");
  if (content?.type !== "array") return [];
  const at = childPointer(pointer, "content");
  return content.items.flatMap((block, index) => markersOn(block, childPointer(at, index), "part"));
}

function kindOf(context: ParseContext, node: JsonNode, pointer: string): PartKind {
  if (node.type !== "object") {
    reportShape(context, tell("prompt.partObject", { place: tellPlace(pointer) }), pointer, node);
    return "unknown";
  }
  const type = memberOf(node, "type");
  const name = stringOf(type);
  const written = name ?? (type ? null : UNTYPED_KEYS.find((key) => memberOf(node, key)));
  const own = context.dialect === "responses" && written ? RESPONSES_KINDS.get(written) : undefined;
  const kind = own ?? (written ? KINDS.get(written) : undefined);
  if (written === "document" && !isTextDocument(node)) return "unknown";
  if (kind) return kind;
  if (name !== null && nameElsewhere(name) !== null) return "unknown";
  reportShape(context, tellUnknown(tellPlace(pointer), name), pointer, type ?? node);
  return "unknown";
}

function tellUnknown(place: Said, name: string | null): Message {
  if (name === null) return tell("prompt.typeMissing", { place });
  const type = name.slice(0, 40);
  return name === SOUND.type
    ? tell("prompt.typeSound", { place, type, example: SOUND.mend })
    : tell("prompt.typeUnknown", { place, type });
}

/** An Anthropic `document` with a plain text source reads like text; of other sources nothing can be counted. */
function isTextDocument(node: JsonNode): boolean {
  const source = memberOf(node, "source");
  return source === null || stringOf(memberOf(source, "type")) === "text";
}

function textOf(context: ParseContext, node: JsonNode, kind: PartKind, pointer: string): string {
  if (kind === "tool-result") return resultText(memberOf(node, "content"));
  // A `redacted_thinking` block holds ciphertext, which no model reads as text.
  if (kind === "reasoning") return stringOf(memberOf(node, "thinking")) ?? "";
  if (kind !== "text") return "";
  const source = memberOf(node, "source");
  if (source) return stringOf(memberOf(source, "data")) ?? "";
  const text = memberOf(node, "text");
  const value = stringOf(text);
  if (value === null) {
    reportShape(context, tell("prompt.textString", { place: tellPlace(pointer) }), pointer, text ?? node);
  }
  return value ?? "";
}

/** Text of a tool result: a string, or the texts of its blocks one after the other, as the template joins them. */
function resultText(content: JsonNode | null): string {
  if (content?.type !== "array") return stringOf(content) ?? "";
  return content.items.map((block) => stringOf(block) ?? stringOf(memberOf(block, "text")) ?? "").join("");
}

function callOf(node: JsonNode): ToolCall {
  const input = memberOf(node, "input");
  return { name: stringOf(memberOf(node, "name")) ?? "", arguments: input ? plainValue(input) : {} };
}

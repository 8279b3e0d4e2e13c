/** Writes a part of a prompt as an item of a `content` array: as the document has it, as far as it comes from there. */

import { isObject, type JsonValue } from "../values/json";
import { type JsonNode, plainValue } from "./json-node";
import { MARKER_KEYS } from "./parse-marker";
import { parsePart } from "./parse-part";
import type { Dialect, Part } from "./prompt";

export type JsonFields = Record<string, JsonValue>;

/** A part that an event has given another text keeps all else that was written with it. */
function withText(fields: JsonFields, { kind, text }: Part): JsonFields {
  const { source } = fields;
  if (kind === "tool-result") return { ...fields, content: text };
  if (kind === "reasoning") return { ...fields, thinking: text };
  if (kind !== "text") return fields;
  return source !== undefined && isObject(source)
    ? { ...fields, source: { ...source, data: text } }
    : { ...fields, text };
}

function writeAgain(node: JsonNode & { readonly type: "object" }, part: Part, dialect: Dialect): JsonFields {
  const fields = { ...(plainValue(node, MARKER_KEYS) as JsonFields) };
  const written = parsePart({ dialect, errors: [], markers: [] }, node, part.pointer);
  return written.text === part.text ? fields : withText(fields, part);
}

function writeMedia(media: string | undefined): JsonFields {
  const value = JSON.parse(media ?? "null") as JsonValue;
  return isObject(value) ? { ...value } : { type: "text", text: "" };
}

/**
 * A part without its markers.
 * @param node what the document has in its place; null = nothing
 * @param id of the call that a call or a result belongs to
 */
export function writePart(
  part: Part,
  node: JsonNode | null,
  id: string,
  dialect: Dialect = "openai",
): JsonFields {
  if (node?.type === "object") return writeAgain(node, part, dialect);
  switch (part.kind) {
    case "reasoning":
      return { type: "thinking", thinking: part.text };
    case "tool-call":
      return { type: "tool_use", id, name: part.call?.name ?? "", input: part.call?.arguments ?? {} };
    case "tool-result":
      return { type: "tool_result", tool_use_id: id, content: part.text };
    case "image":
    case "video":
    case "audio":
    case "unknown":
      return writeMedia(part.media);
    case "text":
      return { type: "text", text: part.text };
  }
}

/** Names what a request holds whose tokens cannot be told from its text: files, documents, sound, fields of other services. */

import { type Message, tell } from "../words/message";
import { isNothing, type JsonNode, memberOf, plainValue, stringOf } from "./json-node";
import type { PartKind, Uncounted } from "./prompt";

/**
 * Part types of both dialects that are documented elsewhere, and not for Model Studio: what becomes of them there is not
 * known. https://platform.openai.com/docs/api-reference/chat and https://docs.claude.com/en/api/messages (2026-11).
 */
const ELSEWHERE: ReadonlyMap<string, Message> = new Map([
  ["file", tell("prompt.uncountedFile")],
  ["input_file", tell("prompt.uncountedFile")],
  ["container_upload", tell("prompt.uncountedFile")],
  ["document", tell("prompt.uncountedDocument")],
  ["search_result", tell("prompt.uncountedSearch")],
  ["refusal", tell("prompt.uncountedRefusal")],
  ["server_tool_use", tell("prompt.uncountedOwnCall")],
  ["mcp_tool_use", tell("prompt.uncountedMcpCall")],
  ["mcp_tool_result", tell("prompt.uncountedMcpResult")],
]);

/** Those that are text: their JSON is the most they may take. */
const AS_TEXT: ReadonlySet<string> = new Set([
  "search_result",
  "refusal",
  "server_tool_use",
  "mcp_tool_use",
  "mcp_tool_result",
]);

/** What a part type of other services holds; null where it is none of them. */
export const nameElsewhere = (type: string): Message | null =>
  ELSEWHERE.get(type) ?? (type.endsWith("_tool_result") ? tell("prompt.uncountedOwnResult") : null);

const jsonOf = (node: JsonNode): string => JSON.stringify(plainValue(node, ["cache_control"]));

const isPdf = (node: JsonNode): boolean =>
  stringOf(memberOf(memberOf(node, "source"), "media_type")) === "application/pdf";

/** Blocks of a tool result that its text leaves out. */
export function listResultMedia(node: JsonNode): readonly JsonNode[] {
  const content = memberOf(node, "content");
  if (content?.type !== "array") return [];
  return content.items.filter(
    (block) => block.type === "object" && stringOf(memberOf(block, "text")) === null,
  );
}

function nameResultMedia(blocks: readonly JsonNode[]): Uncounted | null {
  const [first] = blocks;
  if (!first) return null;
  const type = stringOf(memberOf(first, "type")) ?? "";
  const what = type.startsWith("image")
    ? tell("prompt.uncountedImage")
    : (nameElsewhere(type) ?? tell("prompt.uncountedNoText"));
  return { what: tell("prompt.uncountedInResult", { what }), text: null };
}

/** What of a part is not counted; null where all of it is. */
export function findUncounted(node: JsonNode, kind: PartKind): Uncounted | null {
  if (kind === "audio") return { what: tell("prompt.uncountedSound"), text: null };
  if (kind === "tool-result") return nameResultMedia(listResultMedia(node));
  const type = stringOf(memberOf(node, "type")) ?? "";
  if (type === "redacted_thinking")
    return { what: tell("prompt.uncountedHidden"), text: stringOf(memberOf(node, "data")) };
  if (kind !== "unknown") return null;
  const what = type === "document" && isPdf(node) ? tell("prompt.uncountedPdf") : nameElsewhere(type);
  return {
    what: what ?? tell("prompt.uncountedUnknown"),
    text: AS_TEXT.has(type) ? jsonOf(node) : null,
  };
}

/** What of a message beside its content is not counted; null where nothing is. */
export function findUncountedBeside(message: JsonNode): Uncounted | null {
  const call = memberOf(message, "function_call");
  if (call && !isNothing(call)) return { what: tell("prompt.uncountedFunctionCall"), text: jsonOf(call) };
  const audio = memberOf(message, "audio");
  return audio?.type === "object" ? { what: tell("prompt.uncountedSpoken"), text: null } : null;
}

/** What of a request beside its messages and tools is not counted; null where nothing is. */
export function findUncountedFields(root: JsonNode): Uncounted | null {
  const functions = memberOf(root, "functions");
  if (functions?.type !== "array" || functions.items.length === 0) return null;
  return { what: tell("prompt.uncountedFunctions"), text: jsonOf(functions) };
}

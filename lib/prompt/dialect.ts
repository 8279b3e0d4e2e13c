/** Tells which of the request dialects a body is written in. */
import { type JsonNode, memberOf, stringOf } from "./json-node";
import type { Dialect } from "./prompt";
import { isResponsesRoot } from "./responses/parse-body";

/** Content blocks that only the Anthropic dialect has. */
const ANTHROPIC_BLOCKS: ReadonlySet<string> = new Set([
  "tool_use",
  "tool_result",
  "thinking",
  "redacted_thinking",
  "document",
  "search_result",
]);

/** Fields that only the Anthropic dialect has at the top level, besides `system`. */
const ANTHROPIC_FIELDS = ["anthropic_version", "anthropic_beta", "stop_sequences", "context_management"];

/** Roles that the Anthropic dialect does not have. */
const OPENAI_ROLES: ReadonlySet<string> = new Set(["system", "developer", "tool", "function"]);

/**
 * The dialect of a body. What is said stands in `messages`, or in `input`: that is `responses`. Else three steps:
 * 1. a top-level `system` decides for `anthropic`, since nothing else has one;
 * 2. anything only the OpenAI dialect has (roles `system` and `tool`, `tool_calls`, tools with `function`) decides
 *    for `openai`, so that one stray block in such a body does not turn it over;
 * 3. anything only the Anthropic dialect has (tool and thinking blocks, images with `source`, tools with
 *    `input_schema`, its own fields) decides for `anthropic`.
 * A body that both would accept counts as `openai`, and so does a bare message array.
 */
export function detectDialect(root: JsonNode): Dialect {
  if (root.type !== "object") return "openai";
  if (isResponsesRoot(root)) return "responses";
  if (memberOf(root, "system")) return "anthropic";
  const messages = itemsOf(memberOf(root, "messages"));
  const tools = itemsOf(memberOf(root, "tools"));
  if (messages.some(isOpenAiMessage) || tools.some((tool) => memberOf(tool, "function"))) return "openai";
  const anthropic =
    tools.some((tool) => memberOf(tool, "input_schema")) ||
    messages.some((message) => itemsOf(memberOf(message, "content")).some(isAnthropicBlock)) ||
    ANTHROPIC_FIELDS.some((field) => memberOf(root, field)) ||
    memberOf(memberOf(root, "thinking"), "budget_tokens") !== null;
  return anthropic ? "anthropic" : "openai";
}

function isOpenAiMessage(message: JsonNode): boolean {
  if (OPENAI_ROLES.has(stringOf(memberOf(message, "role")) ?? "")) return true;
  return memberOf(message, "tool_calls") !== null || memberOf(message, "tool_call_id") !== null;
}

function isAnthropicBlock(block: JsonNode): boolean {
  if (ANTHROPIC_BLOCKS.has(stringOf(memberOf(block, "type")) ?? "")) return true;
  return memberOf(block, "source") !== null;
}

function itemsOf(node: JsonNode | null): readonly JsonNode[] {
  return node?.type === "array" ? node.items : [];
}

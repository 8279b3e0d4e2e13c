/** Reads a text as a request: the first step of the pipeline. */

import { type Message as Told, tell } from "../words/message";
import { detectDialect } from "./dialect";
import { findUncountedFields } from "./find-uncounted";
import { describeJsonError } from "./json-error";
import { isNothing, type JsonNode, memberOf, plainValue, rangeOf, stringOf } from "./json-node";
import { childPointer, placeName } from "./json-pointer";
import { parseJson } from "./json-tree";
import { findBeyondLimits } from "./limits";
import { type ParseContext, reportShape } from "./parse-context";
import { MARKER_KEYS, markersOn } from "./parse-marker";
import { parseMessages, parseSystem } from "./parse-messages";
import { findFlag, parsePreserveThinking, parseThinking } from "./parse-thinking";
import type { Message, ParseResult, Tool } from "./prompt";
import { rememberLast } from "./remember-last";
import { findKeptElsewhere, parseInput, parseResponsesTool } from "./responses/parse-body";

/**
 * Reads a request body (of chats, Anthropic-compatible, or of Responses) or a bare message array. Comments and trailing commas
 * are allowed. Never throws, whatever the text. `prompt` is null when the text is not JSON, holds no message or more than
 * `LIMITS`; a prompt that is not null has at least one. `errors` may accompany a usable prompt.
 */
export const parsePrompt = rememberLast(readPrompt);

function readPrompt(text: string): ParseResult {
  const { root, error } = parseJson(text);
  if (error) return { prompt: null, errors: [describeJsonError(text, error)] };
  if (!root) return { prompt: null, errors: [] };
  const excess = findBeyondLimits(root);
  if (excess) return { prompt: null, errors: [excess] };
  return root.type === "array" ? parseBare(root) : parseBody(root);
}

function parseBare(root: JsonNode): ParseResult {
  const context: ParseContext = { dialect: "openai", errors: [], markers: [] };
  const messages = parseMessages(context, root, "");
  return finish(context, root, true, null, [], messages);
}

function parseBody(root: JsonNode): ParseResult {
  const context: ParseContext = { dialect: detectDialect(root), errors: [], markers: [] };
  if (context.dialect === "responses") return parseResponses(context, root);
  const written = memberOf(root, "messages");
  if (written?.type !== "array") {
    reportShape(context, missingMessages(root), written ? "/messages" : "", written ?? root);
    return { prompt: null, errors: context.errors };
  }
  const tools = parseTools(context, memberOf(root, "tools"));
  const system = context.dialect === "anthropic" ? parseSystem(context, memberOf(root, "system")) : null;
  const messages = parseMessages(context, written, "/messages");
  context.markers.push(...markersOn(root, "", "request"));
  return finish(
    context,
    root,
    false,
    parseModel(context, root),
    tools,
    system ? [system, ...messages] : messages,
  );
}

function parseResponses(context: ParseContext, root: JsonNode): ParseResult {
  const tools = parseTools(context, memberOf(root, "tools"));
  const messages = parseInput(context, root);
  context.markers.push(...markersOn(root, "", "request"));
  return finish(context, root, false, parseModel(context, root), tools, messages);
}

function finish(
  context: ParseContext,
  root: JsonNode,
  bare: boolean,
  model: string | null,
  tools: Tool[],
  messages: Message[],
): ParseResult {
  const { dialect, errors, markers } = context;
  if (messages.length === 0) {
    const key = dialect === "responses" ? "input" : "messages";
    const at = bare ? root : (memberOf(root, key) ?? root);
    if (errors.length === 0) {
      reportShape(context, tell("prompt.noMessage"), bare ? "" : `/${key}`, at);
    }
    return { prompt: null, errors };
  }
  const thinking = parseThinking(root);
  const preserveThinking = parsePreserveThinking(root);
  const highResolutionImages = findFlag(root, "vl_high_resolution_images") ?? false;
  const uncounted = bare
    ? null
    : dialect === "responses"
      ? findKeptElsewhere(root)
      : findUncountedFields(root);
  return {
    prompt: {
      dialect,
      bare,
      model,
      tools,
      messages,
      thinking,
      preserveThinking,
      highResolutionImages,
      ...(uncounted ? { uncounted } : {}),
      markers,
    },
    errors,
  };
}

function parseModel(context: ParseContext, root: JsonNode): string | null {
  const node = memberOf(root, "model");
  const model = stringOf(node);
  if (node && model === null && !isNothing(node)) {
    reportShape(context, tell("prompt.modelString"), "/model", node);
  }
  return model;
}

function missingMessages(root: JsonNode): Told {
  if (root.type !== "object") {
    return tell("prompt.noBody");
  }
  if (memberOf(memberOf(root, "input"), "messages")) {
    return tell("prompt.messagesInInput");
  }
  if (memberOf(root, "messages")) return tell("prompt.messagesArray");
  return tell("prompt.messagesMissing");
}

/** Reads `tools`; markers on them are noted, because the service ignores them but a reader may not know. */
function parseTools(context: ParseContext, node: JsonNode | null): Tool[] {
  if (!node || isNothing(node)) return [];
  if (node.type !== "array") {
    reportShape(context, tell("prompt.toolsArray"), "/tools", node);
    return [];
  }
  return node.items.map((item, index) => parseTool(context, item, childPointer("/tools", index)));
}

function parseTool(context: ParseContext, node: JsonNode, pointer: string): Tool {
  if (context.dialect === "responses") return parseResponsesTool(context, node, pointer);
  const name = stringOf(memberOf(memberOf(node, "function"), "name")) ?? stringOf(memberOf(node, "name"));
  if (name === null) {
    reportShape(context, tell("prompt.toolObject", { place: placeName(pointer) }), pointer, node);
  }
  context.markers.push(...markersOn(node, pointer, "tool"));
  return { pointer, range: rangeOf(node), value: plainValue(node, MARKER_KEYS), name };
}

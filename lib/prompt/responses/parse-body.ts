/** Reads a body of the Responses API: `instructions` and `input` as messages, its tools, and what lies at the service. */

import { tell } from "../../words/message";
import { isNothing, type JsonNode, memberOf, plainValue, rangeOf, stringOf } from "../json-node";
import { placeName } from "../json-pointer";
import { type ParseContext, reportShape } from "../parse-context";
import { MARKER_KEYS, markersOn } from "../parse-marker";
import type { Message, Tool, Uncounted } from "../prompt";
import { parseItems } from "./parse-items";
import { isResponsesSketch } from "./recognise";

/** Whether a body is one of the Responses API. */
export function isResponsesRoot(root: JsonNode): boolean {
  if (root.type !== "object") return false;
  const input = memberOf(root, "input");
  const items =
    input?.type === "array"
      ? input.items.map((item) => ({
          role: stringOf(memberOf(item, "role")),
          type: stringOf(memberOf(item, "type")),
        }))
      : null;
  return isResponsesSketch({
    keys: root.properties.filter(({ value }) => !isNothing(value)).map(({ key }) => key),
    model: stringOf(memberOf(root, "model")),
    input: items ?? stringOf(input),
  });
}

/** One text as a message of its own, e.g. `/instructions`. */
const textMessage = (node: JsonNode, pointer: string, role: string, text: string): Message => ({
  pointer,
  range: rangeOf(node),
  role,
  form: "string",
  parts: [{ pointer, range: rangeOf(node), kind: "text", text, marker: null }],
  calls: [],
  reasoning: null,
});

function parseInstructions(context: ParseContext, node: JsonNode | null): Message[] {
  if (!node || isNothing(node)) return [];
  const text = stringOf(node);
  if (text === null) reportShape(context, tell("prompt.instructionsString"), "/instructions", node);
  return text === null || text === "" ? [] : [textMessage(node, "/instructions", "system", text)];
}

/** The messages of a body, `instructions` first. */
export function parseInput(context: ParseContext, root: JsonNode): Message[] {
  const instructions = parseInstructions(context, memberOf(root, "instructions"));
  const input = memberOf(root, "input");
  const text = stringOf(input);
  if (input && text !== null) return [...instructions, textMessage(input, "/input", "user", text)];
  return [...instructions, ...(input ? parseItems(context, input) : [])];
}

const jsonOf = (node: JsonNode): string => JSON.stringify(plainValue(node, MARKER_KEYS));

/** The text of a tool that is no function is written by the service. */
function findUncountedTool(node: JsonNode, type: string): Uncounted {
  return type === "custom"
    ? { what: tell("prompt.uncountedCustomTool"), text: jsonOf(node) }
    : { what: tell("prompt.uncountedOwnTool"), text: null };
}

/** Reads one of the tools: a function, flat, or one that the service runs. */
export function parseResponsesTool(context: ParseContext, node: JsonNode, pointer: string): Tool {
  const type = stringOf(memberOf(node, "type"));
  const isFunction = type === null || type === "function";
  const given = stringOf(memberOf(node, "name")) ?? stringOf(memberOf(memberOf(node, "function"), "name"));
  const name = given ?? (isFunction ? null : type);
  if (name === null) {
    reportShape(context, tell("prompt.toolObject", { place: placeName(pointer) }), pointer, node);
  }
  context.markers.push(...markersOn(node, pointer, "tool"));
  return {
    pointer,
    range: rangeOf(node),
    value: plainValue(node, MARKER_KEYS),
    name,
    ...(isFunction ? {} : { uncounted: findUncountedTool(node, type) }),
  };
}

/** Fields that stand for what the service keeps, each with its words. */
const KEPT_ELSEWHERE = [
  ["previous_response_id", tell("prompt.uncountedPrevious", { field: "previous_response_id" })],
  ["conversation", tell("prompt.uncountedPrevious", { field: "conversation" })],
  ["prompt", tell("prompt.uncountedTemplate")],
] as const;

/**
 * What precedes the input and is not in the body; null where nothing does.
 * Source: https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-openai-responses (2026-10-11).
 */
export function findKeptElsewhere(root: JsonNode): Uncounted | null {
  for (const [key, what] of KEPT_ELSEWHERE) {
    if (!isNothing(memberOf(root, key))) return { what, text: null };
  }
  return null;
}

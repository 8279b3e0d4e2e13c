/** Reads the messages of a request, the Anthropic `system` included. */

import { tell } from "../words/message";
import { findUncountedBeside } from "./find-uncounted";
import { isNothing, type JsonNode, memberOf, plainValue, rangeOf, stringOf } from "./json-node";
import { childPointer, tellPlace } from "./json-pointer";
import { type ParseContext, reportShape } from "./parse-context";
import { markersOn } from "./parse-marker";
import { parsePart } from "./parse-part";
import type { Message, Part, ToolCall } from "./prompt";

/**
 * Roles each dialect accepts; others are kept as written and reported. Coding agents send reminders as `system`
 * messages inside `messages` of the Anthropic dialect too: the rule `system-not-first` has something to say of those.
 */
const ROLES = {
  openai: ["system", "user", "assistant", "tool", "function"],
  anthropic: ["user", "assistant", "system"],
  responses: ["system", "developer", "user", "assistant", "tool"],
} as const;

const ROLE_WORDS = {
  openai: { missing: "prompt.roleMissingOpenai", unknown: "prompt.roleUnknownOpenai" },
  anthropic: { missing: "prompt.roleMissingAnthropic", unknown: "prompt.roleUnknownAnthropic" },
  responses: { missing: "prompt.roleMissingResponses", unknown: "prompt.roleUnknownResponses" },
} as const;

/** Reads an array of messages; an item that is no object is reported and left out. */
export function parseMessages(context: ParseContext, node: JsonNode, pointer: string): Message[] {
  if (node.type !== "array") return [];
  return node.items.flatMap((item, index) => {
    const at = childPointer(pointer, index);
    if (item.type === "object") return [parseMessage(context, item, at)];
    reportShape(context, tell("prompt.messageObject", { place: tellPlace(at) }), at, item);
    return [];
  });
}

/** Reads the top-level `system` of the Anthropic dialect as the first message; null where there is none. */
export function parseSystem(context: ParseContext, node: JsonNode | null): Message | null {
  if (!node || isNothing(node)) return null;
  const content = parseContent(context, node, "/system");
  return { pointer: "/system", range: rangeOf(node), role: "system", ...content, calls: [], reasoning: null };
}

/** Reads one message, an object at `pointer`. */
export function parseMessage(context: ParseContext, node: JsonNode, pointer: string): Message {
  const calls = parseCalls(context, memberOf(node, "tool_calls"), childPointer(pointer, "tool_calls"));
  const role = parseRole(context, node, pointer);
  const content = memberOf(node, "content");
  const nothing = isNothing(content);
  if (nothing && calls.length === 0) {
    reportShape(
      context,
      tell("prompt.contentMissing", { place: tellPlace(pointer) }),
      content ? childPointer(pointer, "content") : pointer,
      content ?? node,
    );
  }
  const read =
    content && !nothing
      ? parseContent(context, content, childPointer(pointer, "content"))
      : { form: "none" as const, parts: [] };
  context.markers.push(...markersOn(node, pointer, "message"));
  const reasoning = stringOf(memberOf(node, "reasoning_content"));
  const uncounted = findUncountedBeside(node);
  return {
    pointer,
    range: rangeOf(node),
    role,
    ...read,
    calls,
    reasoning,
    ...(uncounted ? { uncounted } : {}),
  };
}

function parseRole(context: ParseContext, node: JsonNode, pointer: string): string {
  const written = memberOf(node, "role");
  const role = stringOf(written);
  const known: readonly string[] = ROLES[context.dialect];
  if (role !== null && known.includes(role)) return role;
  const at = written ? childPointer(pointer, "role") : pointer;
  const place = tellPlace(pointer);
  const { missing, unknown } = ROLE_WORDS[context.dialect];
  const message =
    role === null ? tell(missing, { place }) : tell(unknown, { place, role: role.slice(0, 40) });
  reportShape(context, message, at, written ?? node);
  // Without a role the message is still worth showing; `user` is the one that changes least.
  return role ?? "user";
}

/** Reads a content: a text, or a list of parts. */
export function parseContent(
  context: ParseContext,
  node: JsonNode,
  pointer: string,
): { form: Message["form"]; parts: Part[] } {
  const text = stringOf(node);
  if (text !== null) {
    return { form: "string", parts: [{ pointer, range: rangeOf(node), kind: "text", text, marker: null }] };
  }
  if (node.type === "array") {
    const parts = node.items.map((item, index) => parsePart(context, item, childPointer(pointer, index)));
    return { form: "array", parts };
  }
  reportShape(context, tell("prompt.contentForm", { place: tellPlace(pointer) }), pointer, node);
  return { form: "none", parts: [] };
}

function parseCalls(context: ParseContext, node: JsonNode | null, pointer: string): ToolCall[] {
  if (!node || isNothing(node)) return [];
  if (node.type !== "array") {
    reportShape(context, tell("prompt.callsArray", { place: tellPlace(pointer) }), pointer, node);
    return [];
  }
  return node.items.map((item, index) => {
    const call = memberOf(item, "function");
    const name = stringOf(memberOf(call, "name"));
    if (name === null) {
      const at = childPointer(pointer, index);
      reportShape(
        context,
        tell("prompt.callName", { place: tellPlace(at), example: '"function": {"name": …}' }),
        at,
        item,
      );
    }
    const given = memberOf(call, "arguments");
    return { name: name ?? "", arguments: given ? plainValue(given) : {} };
  });
}

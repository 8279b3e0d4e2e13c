/** How large a request may be to be read: the one place where that is written. */
import { tell } from "../words/message";
import { type JsonNode, memberOf } from "./json-node";
import type { PromptError } from "./prompt";

/**
 * What a request holds at most. All work grows with these in step, so that a request within them is worked through in
 * seconds; a larger one is refused whole, with a sentence, and stays as it is written. No service takes as many: the longest
 * conversations of coding agents have some thousand messages, and tools end at a few hundred.
 */
export const LIMITS = {
  /** Messages, or items of a Responses `input`. */
  messages: 20_000,
  /** Content parts and calls of all messages, those within tools' results included. */
  parts: 50_000,
  tools: 10_000,
  /** Levels of nesting. The readers recurse, so a text of 100,000 `[` must be refused, not tried. */
  depth: 512,
  /** Values of any kind: texts, numbers, lists, objects. */
  values: 1_000_000,
} as const;

/** What there may be too much of, besides the depth. */
export type LimitedThing = Exclude<keyof typeof LIMITS, "depth">;

interface Excess {
  readonly what: LimitedThing;
  readonly count: number;
  readonly pointer: string;
  readonly at: JsonNode;
}

const itemsOf = (node: JsonNode | null): readonly JsonNode[] => (node?.type === "array" ? node.items : []);

/** How many values a tree has, counted no further than is needed to say that there are too many. */
function countValues(root: JsonNode): number {
  const open: JsonNode[] = [root];
  let count = 0;
  for (let node = open.pop(); node && count <= LIMITS.values; node = open.pop()) {
    count++;
    if (node.type === "array") for (const item of node.items) open.push(item);
    else if (node.type === "object") for (const { value } of node.properties) open.push(value);
  }
  return count;
}

/** Parts of a content, with those of the results among them. */
function countParts(content: JsonNode | null): number {
  const parts = itemsOf(content);
  return parts.reduce((sum, part) => sum + itemsOf(memberOf(part, "content")).length, parts.length);
}

/** Parts and calls of one message or item. */
const countIn = (message: JsonNode): number =>
  countParts(memberOf(message, "content")) +
  countParts(memberOf(message, "output")) +
  itemsOf(memberOf(message, "tool_calls")).length;

function findExcess(root: JsonNode): Excess | null {
  const isBare = root.type === "array";
  const tools = memberOf(root, "tools");
  const toolCount = itemsOf(tools).length;
  if (tools && toolCount > LIMITS.tools)
    return { what: "tools", count: toolCount, pointer: "/tools", at: tools };
  let parts = countParts(memberOf(root, "system"));
  for (const key of ["messages", "input"]) {
    const list = isBare ? root : memberOf(root, key);
    const messages = itemsOf(list);
    if (!list) continue;
    const pointer = isBare ? "" : `/${key}`;
    if (messages.length > LIMITS.messages)
      return { what: "messages", count: messages.length, pointer, at: list };
    for (const message of messages) parts += countIn(message);
    if (parts > LIMITS.parts) return { what: "parts", count: parts, pointer, at: list };
    if (isBare) break;
  }
  const values = countValues(root);
  return values > LIMITS.values ? { what: "values", count: values, pointer: "", at: root } : null;
}

/** What is wrong with a request that is too large to be read, at the list that is too long; null where nothing is. */
export function findBeyondLimits(root: JsonNode): PromptError | null {
  const excess = findExcess(root);
  if (!excess) return null;
  const { what, count, pointer, at } = excess;
  return {
    code: "request-shape",
    message: tell("prompt.tooMany", { what, count, most: LIMITS[what] }),
    pointer,
    range: { start: at.start, end: at.start + 1 },
  };
}

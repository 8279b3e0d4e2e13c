/** Finds what the document says at the place that a message or a part came from. */
import { type JsonNode, memberOf } from "./json-node";
import { parseJson } from "./json-tree";
import type { TextRange } from "./prompt";

const keyOf = ({ start, end }: TextRange): string => `${start} ${end}`;

/** The nodes of a request's messages and parts, by their place in its text. */
export type WrittenNodes = (range: TextRange) => JsonNode | null;

/** What has no place in the text, because a scenario has added it, has no node. */
export function findWrittenNodes(text: string): WrittenNodes {
  const { root } = parseJson(text);
  const nodes = new Map<string, JsonNode>();
  const add = (node: JsonNode | null): void => {
    if (!node) return;
    nodes.set(keyOf(node), node);
    if (node.type === "array") for (const item of node.items) nodes.set(keyOf(item), item);
  };
  const messages = root?.type === "array" ? root : memberOf(root, "messages");
  for (const message of messages?.type === "array" ? messages.items : []) {
    add(message);
    add(memberOf(message, "content"));
  }
  add(memberOf(root, "system"));
  return (range) => (range.end > range.start ? (nodes.get(keyOf(range)) ?? null) : null);
}

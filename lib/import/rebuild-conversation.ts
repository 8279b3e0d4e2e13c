/** Puts the messages of a request together again from the lines of a transcript. */
import { fieldsOf, listOf, stringOf } from "../values/json";

/** A line that has a place in a conversation. */
export interface ChainNode {
  /** Counted over all lines. */
  readonly order: number;
  /** Null at a root; undefined where the line does not say. */
  readonly parent: string | null | undefined;
  /** The line before it in the same conversation. */
  readonly previous: ChainNode | null;
}

/** The line before one; a parent that is not told or not there before it gives way to the order of the file. */
function lineBefore<Node extends ChainNode>(
  node: Node & { readonly previous: Node | null },
  byId: ReadonlyMap<string, Node>,
): Node | null {
  if (node.parent === null) return null;
  const parent = node.parent === undefined ? undefined : byId.get(node.parent);
  return parent && parent.order < node.order ? parent : node.previous;
}

/**
 * The lines that lead to one, oldest first, without it.
 * @param until the walk ends there; where it is not on the way, all lines are given
 */
export function followChain<Node extends ChainNode & { readonly previous: Node | null }>(
  last: Node,
  byId: ReadonlyMap<string, Node>,
  until: Node | null = null,
): { readonly nodes: Node[]; readonly isWhole: boolean } {
  const nodes: Node[] = [];
  for (let node = lineBefore(last, byId); node; node = lineBefore(node, byId)) {
    if (node === until) return { nodes: nodes.reverse(), isWhole: false };
    nodes.push(node);
  }
  return { nodes: nodes.reverse(), isWhole: true };
}

/** A string content as the parts it stands for. */
export const partsOf = (content: unknown): readonly unknown[] =>
  typeof content === "string" ? (content === "" ? [] : [{ type: "text", text: content }]) : listOf(content);

const mayCarryMarker = (part: unknown): boolean =>
  !["thinking", "redacted_thinking", ""].includes(stringOf(fieldsOf(part)?.type));

/** The messages with a marker on the last part of one of them; the same ones where it has no part for it. */
export function markMessage(messages: readonly unknown[], index: number, marker: object): unknown[] {
  const message = fieldsOf(messages[index]);
  const parts = partsOf(message?.content);
  const at = parts.findLastIndex(mayCarryMarker);
  if (!message || at < 0) return [...messages];
  const part = { ...fieldsOf(parts[at]), cache_control: marker };
  return messages.with(index, { ...message, content: parts.with(at, part) });
}

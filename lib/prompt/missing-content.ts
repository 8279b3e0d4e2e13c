/** Finds messages with calls that leave out `content`, which other services allow. */
import { type JsonNode, memberOf, propertyOf, rangeOf } from "./json-node";
import { childPointer } from "./json-pointer";
import type { TextRange } from "./prompt";

export interface MissingContent {
  /** Of the message. */
  readonly pointer: string;
  readonly range: TextRange;
  /** Its place in `messages`, from 0. */
  readonly index: number;
}

/** Messages with `tool_calls` and no `content` key; `null` and an empty string are a content. */
export function findMissingContent(root: JsonNode | null): MissingContent[] {
  const isBare = root?.type === "array";
  const messages = isBare ? root : memberOf(root, "messages");
  if (messages?.type !== "array") return [];
  return messages.items.flatMap((message, index) => {
    const calls = memberOf(message, "tool_calls");
    if (calls?.type !== "array" || calls.items.length === 0 || propertyOf(message, "content")) return [];
    return [{ pointer: childPointer(isBare ? "" : "/messages", index), range: rangeOf(message), index }];
  });
}

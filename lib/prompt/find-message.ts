/** Finds the message that a place of a request belongs to, by its pointer. */
import { parentPointer } from "./json-pointer";
import { INPUT, itemsOf, messageIndex } from "./message-place";
import type { Message, Prompt } from "./prompt";

const indexes = new WeakMap<readonly Message[], ReadonlyMap<string, Message>>();

/** Messages by their pointers; one that is written as several items, by the pointer of each. */
function indexMessages(messages: readonly Message[]): ReadonlyMap<string, Message> {
  const known = indexes.get(messages);
  if (known) return known;
  const index = new Map<string, Message>();
  for (const message of messages) {
    index.set(message.pointer, message);
    const first = itemsOf(message) > 1 ? messageIndex(message.pointer) : null;
    for (let item = 1; first !== null && item < itemsOf(message); item++) {
      index.set(`${INPUT}/${first + item}`, message);
    }
  }
  indexes.set(messages, index);
  return index;
}

/** The message that holds the thing at a pointer; null for tools, the request itself, and what is no place of it. */
export function findMessage({ messages }: Pick<Prompt, "messages">, pointer: string): Message | null {
  const index = indexMessages(messages);
  for (let at = pointer; at !== ""; at = parentPointer(at)) {
    const message = index.get(at);
    if (message) return message;
  }
  return null;
}

/** Claude Code's billing line, as an endpoint that leaves it out reads the prompt. */
import type { Message } from "../prompt/prompt";
import { isSameMessage } from "../prompt/same-message";

const HEADER = /^x-anthropic-billing-header[ \t]*:[^\n]*\n?/i;

/** What was made of a message: it is asked for again with every look at its request. */
const made = new WeakMap<Message, Message>();

function leaveOut(message: Message): Message {
  if (message.role !== "system" || !message.parts.some(({ text }) => HEADER.test(text))) return message;
  const parts = message.parts
    .map((part) => ({ ...part, text: part.text.replace(HEADER, "") }))
    .filter(({ text, kind }) => kind !== "text" || text !== "");
  return { ...message, parts };
}

/**
 * A system message without the line, and without a part that holds nothing else; any other message as it is. Of the same
 * message the same one.
 */
export function leaveOutClientHeader(message: Message): Message {
  const known = made.get(message) ?? leaveOut(message);
  made.set(message, known);
  return known;
}

const isAlike = (one: Message, other: Message): boolean =>
  one.pointer === other.pointer &&
  one.form === other.form &&
  isSameMessage(one, other) &&
  one.parts.every(({ pointer }, index) => pointer === other.parts[index]?.pointer);

/** The line differs in every request: without it a message is that of the request before where it says the same. */
export const takeOverMade = (messages: readonly Message[], before: readonly Message[]): readonly Message[] =>
  messages.map((message, index) => {
    const other = before[index];
    return other && isAlike(message, other) ? other : message;
  });

/** The event that replaces what a conversation knows: its longest text before the last question. */
import type { Message, Part } from "../prompt/prompt";
import { type Conversation, isSystem, replaceMessage } from "./conversation";

interface Place {
  readonly index: number;
  readonly message: Message;
  readonly part: Part;
}

const hasText = ({ kind, text }: Part): boolean => (kind === "text" || kind === "tool-result") && text !== "";

function findLongest(
  messages: readonly Message[],
  count: number,
  fits: (message: Message) => boolean,
): Place | null {
  let longest: Place | null = null;
  for (const [index, message] of messages.slice(0, count).entries()) {
    if (!fits(message)) continue;
    for (const part of message.parts) {
      if (hasText(part) && part.text.length > (longest?.part.text.length ?? 0))
        longest = { index, message, part };
    }
  }
  return longest;
}

/** The same text with another first line; a text of one line gets one before it. */
function renewFirstLine(text: string, version: number): string {
  const end = text.indexOf("\n");
  return `Version ${version} of this text.${end < 0 ? `\n${text}` : text.slice(end)}`;
}

/**
 * Replaces the longest text before the last question, or the system's longest one where there is no other.
 * @param text the new text; the same one with another first line where it is missing
 * @returns null where there is no text to replace
 */
export function switchKnowledge(conversation: Conversation, text: string | undefined): Conversation | null {
  const { prompt, question } = conversation;
  const found =
    findLongest(prompt.messages, question, (message) => !isSystem(message)) ??
    findLongest(prompt.messages, prompt.messages.length, isSystem);
  if (!found) return null;
  const { index, message, part } = found;
  // The text as it was counts as version 1.
  const versions = conversation.versions + 1;
  const renewed = { ...part, text: text ?? renewFirstLine(part.text, versions + 1) };
  const parts = message.parts.map((each) => (each === part ? renewed : each));
  return { ...conversation, versions, prompt: replaceMessage(prompt, index, { ...message, parts }) };
}

/** Claude Code's billing line, as an endpoint that leaves it out reads the prompt. */
import type { Message } from "../prompt/prompt";

const HEADER = /^x-anthropic-billing-header[ \t]*:[^\n]*\n?/i;

/** A system message without the line, and without a part that holds nothing else; any other message as it is. */
export function leaveOutClientHeader(message: Message): Message {
  if (message.role !== "system" || !message.parts.some(({ text }) => HEADER.test(text))) return message;
  const parts = message.parts
    .map((part) => ({ ...part, text: part.text.replace(HEADER, "") }))
    .filter(({ text, kind }) => kind !== "text" || text !== "");
  return { ...message, parts };
}

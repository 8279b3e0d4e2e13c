/** The event that leaves old tool results out of the history. */
import type { Message, Part, Prompt } from "../prompt/prompt";

/** What stands in the place of a result: a call without any result is no request. */
export const LEFT_OUT = "(result left out)";

const isResult = ({ role }: Message, { kind }: Part): boolean => kind === "tool-result" || role === "tool";

const holdsResult = (message: Message): boolean =>
  message.parts.some((part) => isResult(message, part) && part.text !== LEFT_OUT);

/** The same prompt where no message but the newest `keep` of those with results holds any. */
export function dropResults(prompt: Prompt, keep: number): Prompt {
  const holders = prompt.messages.filter(holdsResult);
  const gone = new Set(holders.slice(0, Math.max(0, holders.length - keep)));
  if (gone.size === 0) return prompt;
  const messages = prompt.messages.map((message): Message => {
    if (!gone.has(message)) return message;
    const parts = message.parts.map(
      (part): Part => (isResult(message, part) ? { ...part, text: LEFT_OUT } : part),
    );
    return { ...message, parts };
  });
  return { ...prompt, messages };
}

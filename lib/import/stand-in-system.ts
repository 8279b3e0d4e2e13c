/** A text of about the right size in place of the system prompt and the tools, which a transcript does not hold. */

/** Longer ones would make a document that no editor likes. */
export const MAX_STAND_IN_WORDS = 60_000;

/** Characters of plain text for a token, roughly; of other scripts a token holds less than two. */
const ASCII_PER_TOKEN = 4;
const OTHER_PER_TOKEN = 1.5;
/** Tokens that a chat template puts around a message. */
const MESSAGE_FRAME = 5;

function estimateText(text: string): number {
  const other = text.replace(/[\0-\x7f]+/g, "").length;
  return (text.length - other) / ASCII_PER_TOKEN + other / OTHER_PER_TOKEN;
}

/** Tokens of messages, roughly: every text in them, at any depth. An estimate that needs no vocabulary. */
export function estimateTokens(messages: readonly unknown[]): number {
  let sum = messages.length * MESSAGE_FRAME;
  const open: unknown[] = [...messages];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") sum += estimateText(value);
    else if (typeof value === "object" && value !== null)
      for (const item of Object.values(value)) open.push(item);
  }
  return Math.round(sum);
}

/**
 * The text, so long that the first prompt comes to about its billed tokens. `a` after a space is one token of Qwen's
 * vocabularies and the shortest there is, since the text comes again in every request of the conversation.
 * @param agent whose prompt it stands for, e.g. `the main agent`: another agent has another prefix
 * @param prompt billed tokens of the conversation's first request; null where that is not known
 * @param messages those of the first request
 */
export function standInSystem(agent: string, prompt: number | null, messages: readonly unknown[]): string {
  const sentence = `This text stands in for the system prompt and the tools of ${agent}, which the transcript does not hold.`;
  const missing = (prompt ?? 0) - estimateTokens([...messages, sentence]);
  const words = Math.min(Math.max(0, missing), MAX_STAND_IN_WORDS);
  return sentence + " a".repeat(words);
}

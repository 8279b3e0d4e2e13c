/** How a tokenizer.json that cannot be used is refused: one sentence with what is wrong, where, and the mend. */

export class TokenizerRefusal extends Error {}

/** Which file people mean to load; ends sentences about files of another kind. */
export const LOAD_QWEN = "load the tokenizer.json of a Qwen model";

export function refuse(reason: string): never {
  throw new TokenizerRefusal(reason);
}

const LONGEST_QUOTE = 60;

/** A value of the file as a sentence can hold it: a text in quotes and cut when long, a list or an object by its kind. */
export function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const isLong = typeof value === "string" && value.length > LONGEST_QUOTE;
  return isLong ? `${JSON.stringify(value.slice(0, LONGEST_QUOTE))}…` : JSON.stringify(value);
}

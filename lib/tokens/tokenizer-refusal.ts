/** How a tokenizer.json that cannot be used is refused: one sentence with what is wrong, where, and the mend. */
import { Refusal } from "../values/failure";
import { type Message, type Said, tell } from "../words/message";

export class TokenizerRefusal extends Refusal {}

export function refuse(reason: Message): never {
  throw new TokenizerRefusal(reason);
}

const LONGEST_QUOTE = 60;

/** A value of the file as a sentence can hold it: a text in quotes and cut when long, a list or an object by its kind. */
export function quote(value: unknown): Said {
  if (value === undefined) return tell("tokenizer.nothing");
  if (typeof value === "object" && value !== null)
    return tell(Array.isArray(value) ? "tokenizer.aList" : "tokenizer.anObject");
  const isLong = typeof value === "string" && value.length > LONGEST_QUOTE;
  return isLong ? `${JSON.stringify(value.slice(0, LONGEST_QUOTE))}…` : JSON.stringify(value);
}

/** Reads the added tokens of a tokenizer.json: those that are split off as a whole. */

import { isObject } from "../values/json";
import { tell } from "../words/message";
import { quote, refuse } from "./tokenizer-refusal";

const MAX_ADDED = 10_000;
/** All of them make one pattern, which must not grow without bound. */
const LONGEST_ADDED = 200;
/** Ids are kept in three bytes. */
const MAX_ID = 2 ** 24 - 1;

export const isId = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MAX_ID;

interface AddedTokens {
  readonly added: ReadonlyMap<string, number>;
  readonly addedAfter: ReadonlyMap<string, number>;
}

/** Tokens marked `normalized` are looked for only after normalising, and so are themselves normalised. */
export function readAddedTokens(value: unknown, normalizer: "NFC" | "none"): AddedTokens {
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    refuse(tell("tokenizer.addedNoList"));
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (list.length > MAX_ADDED) {
    refuse(tell("tokenizer.tooManyAdded", { count: `${list.length}` }));
  }
  const added = new Map<string, number>();
  const addedAfter = new Map<string, number>();
  for (const [index, token] of list.entries()) {
    const { id, content } = isObject(token) ? token : {};
    if (!isObject(token) || !isId(id) || typeof content !== "string" || content === "") {
      return refuse(tell("tokenizer.addedNotUsable", { index: `${index}` }));
    }
    if (content.length > LONGEST_ADDED) {
      refuse(tell("tokenizer.addedTooLong", { token: quote(content) }));
    }
    const flag = ["single_word", "lstrip", "rstrip"].find((name) => token[name] === true);
    if (flag) {
      refuse(tell("tokenizer.addedFlag", { token: quote(content), flag }));
    }
    if (token.normalized === true) {
      addedAfter.set(normalizer === "NFC" ? content.normalize("NFC") : content, id);
    } else added.set(content, id);
  }
  return { added, addedAfter };
}

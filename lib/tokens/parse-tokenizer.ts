/** Reads the bytes of a tokenizer.json that the user or the server's operator points to. */

import { fail } from "../values/failure";
import { type Message, tell } from "../words/message";
import { type Conversion, convertTokenizer } from "./convert-tokenizer";
import { quote } from "./tokenizer-refusal";

/** The file of Qwen3 has 11 MB. Check a file's size against this before reading it. */
export const MAX_TOKENIZER_BYTES = 60_000_000;

export const TOKENIZER_TOO_LARGE = tell("tokenizer.tooLarge");

function explainBroken(text: string): Message {
  const trimmed = text.trim();
  if (trimmed === "") return tell("tokenizer.empty");
  if (trimmed.startsWith("version https://git-lfs")) {
    return tell("tokenizer.isPointer");
  }
  if (!/^[{["]/.test(trimmed)) {
    return tell("tokenizer.noJson", { beginning: quote(trimmed.slice(0, 20)) });
  }
  if (!/[}\]"]$/.test(trimmed) || isOpen(trimmed)) {
    return tell("tokenizer.cutOff", { length: `${text.length}` });
  }
  return tell("tokenizer.badJson");
}

/** True where a bracket or a string is still open at the end. */
function isOpen(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === '"') inString = !inString;
    else if (inString) at += unit === "\\" ? 1 : 0;
    else if (unit === "{" || unit === "[") depth++;
    else if (unit === "}" || unit === "]") depth--;
  }
  return inString || depth > 0;
}

/** Parses and converts a tokenizer.json. `name` as in `convertTokenizer`. Never throws. */
export function parseTokenizer(bytes: Uint8Array, name?: string): Conversion {
  if (bytes.length > MAX_TOKENIZER_BYTES) return fail(TOKENIZER_TOO_LARGE);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail(tell("tokenizer.noUtf8"));
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(explainBroken(text));
  }
  return convertTokenizer(json, name);
}

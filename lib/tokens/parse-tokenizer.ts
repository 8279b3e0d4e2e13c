/** Reads the bytes of a tokenizer.json that the user or the server's operator points to. */

import { fail } from "../values/failure";
import { type Conversion, convertTokenizer } from "./convert-tokenizer";
import { LOAD_QWEN, quote } from "./tokenizer-refusal";

/** The file of Qwen3 has 11 MB. Check a file's size against this before reading it. */
export const MAX_TOKENIZER_BYTES = 60_000_000;

export const TOKENIZER_TOO_LARGE = `The file is larger than 60 MB, which is all that is read: ${LOAD_QWEN}.`;

function explainBroken(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "The file is empty: download the tokenizer.json again.";
  if (trimmed.startsWith("version https://git-lfs")) {
    return "This is a Git LFS pointer and not the file itself: fetch it with `git lfs pull` and load it again.";
  }
  if (!/^[{["]/.test(trimmed)) {
    return `The file is not JSON, it begins with ${quote(trimmed.slice(0, 20))}: ${LOAD_QWEN}.`;
  }
  if (!/[}\]"]$/.test(trimmed) || isOpen(trimmed)) {
    return `The file is cut off after ${text.length} characters, inside its JSON: download the tokenizer.json again.`;
  }
  return "The file is not valid JSON, though it has an end: download the tokenizer.json again.";
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
    return fail(`The file is not UTF-8 text, perhaps it is packed: unpack it, or ${LOAD_QWEN}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(explainBroken(text));
  }
  return convertTokenizer(json, name);
}

/** The tokenizer the server's operator points to with PLAYGROUND_TOKENIZER, for models the built-in vocabulary is not of. */

import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { OwnVocabulary } from "../tokens/counters";
import { MAX_TOKENIZER_BYTES, parseTokenizer, TOKENIZER_TOO_LARGE } from "../tokens/parse-tokenizer";
import { ENGLISH } from "../words/plain-words";
import { ServiceUnavailable } from "./service-unavailable";
import { codeOf } from "./storage/storage-fault";

function refuse(path: string, reason: string): never {
  // The operator sees the path, a caller of the API does not.
  const mend = reason.replace(/\.$/, ", then start the server again.");
  process.stderr.write(`PLAYGROUND_TOKENIZER=${path}: ${mend}\n`);
  throw new ServiceUnavailable({
    code: "tokenizer_invalid",
    message: `The tokenizer that this server is set to use cannot be used: ${reason}`,
  });
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuse(path, "It is not a file: give the path of a tokenizer.json.");
    if (found.size > MAX_TOKENIZER_BYTES) return refuse(path, ENGLISH.say(TOKENIZER_TOO_LARGE));
    return await readFile(path);
  } catch (error) {
    if (error instanceof ServiceUnavailable) throw error;
    return refuse(path, `It cannot be read (${codeOf(error)}): give the path of a readable tokenizer.json.`);
  }
}

/**
 * Reads and converts the tokenizer.json at `path`, relative to the working directory; null where there is no path.
 * Rejects with a `ServiceUnavailable` when it cannot be used, after one sentence on stderr: counts never fall back in silence.
 */
export async function loadOwnVocabulary(path: string | undefined): Promise<OwnVocabulary | null> {
  if (!path) return null;
  const converted = parseTokenizer(await readBytes(path), basename(path));
  if (!converted.ok) return refuse(path, ENGLISH.say(converted.reason));
  const { vocabulary, info } = converted;
  return { vocabulary, preTokenizer: info.preTokenizer, name: info.name };
}

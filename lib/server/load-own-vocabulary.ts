/** The tokenizer the server's operator points to with PLAYGROUND_TOKENIZER, for models the built-in vocabulary is not of. */

import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { OwnVocabulary } from "../tokens/counters";
import { MAX_TOKENIZER_BYTES, parseTokenizer, TOKENIZER_TOO_LARGE } from "../tokens/parse-tokenizer";
import { type Said, tell } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { ServiceUnavailable } from "./service-unavailable";
import { codeOf } from "./storage/storage-fault";
import { tellOperator } from "./tell-operator";

const FILE = "tokenizer.json";

function refuse(path: string, reason: Said): never {
  // The operator sees the path, a caller of the API does not.
  const mend = ENGLISH.say(reason).replace(/\.$/, ", then start the server again.");
  tellOperator(`PLAYGROUND_TOKENIZER=${path}: ${mend}`);
  throw new ServiceUnavailable({
    code: "tokenizer_invalid",
    message: tell("server.tokenizer", { reason }),
  });
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuse(path, tell("server.tokenizerNoFile", { file: FILE }));
    if (found.size > MAX_TOKENIZER_BYTES) return refuse(path, TOKENIZER_TOO_LARGE);
    return await readFile(path);
  } catch (error) {
    if (error instanceof ServiceUnavailable) throw error;
    return refuse(path, tell("server.tokenizerUnreadable", { code: codeOf(error), file: FILE }));
  }
}

/**
 * Reads and converts the tokenizer.json at `path`, relative to the working directory; null where there is no path.
 * Rejects with a `ServiceUnavailable` when it cannot be used, after one sentence on stderr: counts never fall back in silence.
 */
export async function loadOwnVocabulary(path: string | undefined): Promise<OwnVocabulary | null> {
  if (!path) return null;
  const converted = parseTokenizer(await readBytes(path), basename(path));
  if (!converted.ok) return refuse(path, converted.reason);
  const { vocabulary, info } = converted;
  return { vocabulary, preTokenizer: info.preTokenizer, name: info.name };
}

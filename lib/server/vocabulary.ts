/** The server's token counters: vocabularies are read at the first request, and kept. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { createCounters } from "../tokens/counters";
import { createServiceLoader } from "../tokens/service-counters";
import type { CounterFor } from "../tokens/token-counter";
import { readVocabulary } from "../tokens/vocabulary";
import { VOCABULARY_FILE, VOCABULARY_FILES } from "../tokens/vocabulary-file";
import { loadOwnVocabulary } from "./load-own-vocabulary";
import { ServiceUnavailable } from "./service-unavailable";

let counters: Promise<CounterFor> | null = null;

/** The server runs in the repository's root, where Next looks for `public/` too. */
const unpack = async (file: string): Promise<Uint8Array> =>
  promisify(gunzip)(await readFile(join(process.cwd(), "public", "vocabulary", file)));

async function readCounters(): Promise<CounterFor> {
  const own = await loadOwnVocabulary(process.env.PLAYGROUND_TOKENIZER);
  return createCounters(readVocabulary(await unpack(VOCABULARY_FILE)), own);
}

/** The vocabularies of other makers, read when they are first asked for; what cannot be read is left out. */
export const loadServiceCounters = createServiceLoader((vocabulary) =>
  unpack(VOCABULARY_FILES[vocabulary].file),
);

/**
 * The counters of every model: the built-in vocabulary from `public/`, and for models it is not of the tokenizer.json
 * that PLAYGROUND_TOKENIZER names, where it is set. Rejects with a `ServiceUnavailable`, until the server is started
 * again, when that file cannot be used; with another error when the built-in file cannot be read, and the next call then tries again.
 */
export function loadCounters(): Promise<CounterFor> {
  counters ??= readCounters().catch((error: unknown) => {
    // A wrong setting stays wrong: the file, which may be large, is not read again for every request.
    if (!(error instanceof ServiceUnavailable)) counters = null;
    throw error;
  });
  return counters;
}

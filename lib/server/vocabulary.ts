/** The server's token counters: the vocabulary is read from `public/` at the first request, and kept. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { createCounters } from "../tokens/counters";
import type { CounterFor } from "../tokens/token-counter";
import { readVocabulary } from "../tokens/vocabulary";
import { VOCABULARY_FILE } from "../tokens/vocabulary-file";

let counters: Promise<CounterFor> | null = null;

async function readCounters(): Promise<CounterFor> {
  // The server runs in the repository's root, where Next looks for `public/` too.
  const file = await readFile(join(process.cwd(), "public", "vocabulary", VOCABULARY_FILE));
  return createCounters(readVocabulary(await promisify(gunzip)(file)));
}

/** The counters of every model. Rejects when the file cannot be read; the next call then tries again. */
export function loadCounters(): Promise<CounterFor> {
  counters ??= readCounters().catch((error: unknown) => {
    counters = null;
    throw error;
  });
  return counters;
}

/** Loads what workers count with: the built-in vocabulary, and the one a user has loaded. */
import { createCounters } from "../tokens/counters";
import { createServiceLoader } from "../tokens/service-counters";
import type { CounterFor } from "../tokens/token-counter";
import { readVocabulary, type Vocabulary } from "../tokens/vocabulary";
import { VOCABULARY_FILE, VOCABULARY_FILES } from "../tokens/vocabulary-file";
import { openOwnVocabulary } from "./own-vocabulary.worker";

/** Throws an `Error` with one sentence when it cannot be loaded. */
async function fetchFile(file: string): Promise<Uint8Array> {
  const response = await fetch(`/vocabulary/${file}`);
  if (!response.ok || !response.body) {
    throw new Error(
      `The vocabulary could not be loaded (status ${response.status}). Reload the page to try again.`,
    );
  }
  const unpacked = response.body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

export const fetchVocabulary = async (): Promise<Vocabulary> =>
  readVocabulary(await fetchFile(VOCABULARY_FILE));

/** The vocabularies of other makers; what cannot be loaded is left out. */
export const loadServiceCounters = createServiceLoader((vocabulary) =>
  fetchFile(VOCABULARY_FILES[vocabulary].file),
);

/** The counters of a worker that does not exchange vocabularies. */
export async function loadCounters(): Promise<CounterFor> {
  const [builtIn, own] = await Promise.all([fetchVocabulary(), openOwnVocabulary()]);
  return createCounters(builtIn, own?.own ?? null);
}

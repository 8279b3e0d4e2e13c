/** Loads what workers count with: the built-in vocabulary, and the one a user has loaded. */
import { createCounters } from "../tokens/counters";
import type { CounterFor } from "../tokens/token-counter";
import { readVocabulary, type Vocabulary } from "../tokens/vocabulary";
import { VOCABULARY_FILE } from "../tokens/vocabulary-file";
import { openOwnVocabulary } from "./own-vocabulary.worker";

/** Throws an `Error` with one sentence when it cannot be loaded. */
export async function fetchVocabulary(): Promise<Vocabulary> {
  const response = await fetch(`/vocabulary/${VOCABULARY_FILE}`);
  if (!response.ok || !response.body) {
    throw new Error(
      `The vocabulary could not be loaded (status ${response.status}). Reload the page to try again.`,
    );
  }
  const unpacked = response.body.pipeThrough(new DecompressionStream("gzip"));
  return readVocabulary(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

/** The counters of a worker that does not exchange vocabularies. */
export async function loadCounters(): Promise<CounterFor> {
  const [builtIn, own] = await Promise.all([fetchVocabulary(), openOwnVocabulary()]);
  return createCounters(builtIn, own?.own ?? null);
}

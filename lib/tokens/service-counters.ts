/** Counters with the vocabularies of other makers, which are loaded only where something is counted with them. */
import { createCounter } from "./counter";
import { createDeepSeekSplitter } from "./split-deepseek";
import { createO200kSplitter } from "./split-o200k";
import type { TokenCounter } from "./token-counter";
import { readVocabulary } from "./vocabulary";
import type { VocabularyId } from "./vocabulary-file";

/** A vocabulary besides the built-in one, which every page loads. */
export type ServiceVocabulary = Exclude<VocabularyId, "qwen3">;

const SPLITTERS = {
  o200k_base: createO200kSplitter,
  deepseek_v3: createDeepSeekSplitter,
} as const satisfies Record<ServiceVocabulary, unknown>;

export const SERVICE_VOCABULARIES = Object.keys(SPLITTERS) as readonly ServiceVocabulary[];

/** The counter of a vocabulary; null where it could not be loaded, and counts are made with the nearest one. */
export type ServiceCounters = (vocabulary: ServiceVocabulary) => TokenCounter | null;

/** Where no vocabulary of another maker is at hand. */
export const NO_SERVICE_COUNTERS: ServiceCounters = () => null;

/** @param bytes of its unpacked file */
export const createServiceCounter = (vocabulary: ServiceVocabulary, bytes: Uint8Array): TokenCounter =>
  createCounter(readVocabulary(bytes), SPLITTERS[vocabulary]());

/**
 * Loads vocabularies when they are first asked for, each once; one that could not be loaded is tried again the next time.
 * @param read the bytes of an unpacked file
 */
export function createServiceLoader(
  read: (vocabulary: ServiceVocabulary) => Promise<Uint8Array>,
): (vocabularies: Iterable<ServiceVocabulary>) => Promise<ServiceCounters> {
  const loaded = new Map<ServiceVocabulary, TokenCounter>();
  const loading = new Map<ServiceVocabulary, Promise<void>>();
  async function load(vocabulary: ServiceVocabulary): Promise<void> {
    try {
      loaded.set(vocabulary, createServiceCounter(vocabulary, await read(vocabulary)));
    } finally {
      loading.delete(vocabulary);
    }
  }
  return async (vocabularies) => {
    const missing = [...new Set(vocabularies)].filter((vocabulary) => !loaded.has(vocabulary));
    await Promise.allSettled(
      missing.map((vocabulary) => {
        const known = loading.get(vocabulary) ?? load(vocabulary);
        loading.set(vocabulary, known);
        return known;
      }),
    );
    return (vocabulary) => loaded.get(vocabulary) ?? null;
  };
}

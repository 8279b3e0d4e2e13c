/** The committed vocabulary, read from disk for the tests. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createCounters } from "./counters";
import type { CounterFor } from "./token-counter";
import { readVocabulary } from "./vocabulary";
import { VOCABULARY_FILE } from "./vocabulary-file";

export const loadTestCounters = (): CounterFor =>
  createCounters(readVocabulary(gunzipSync(readFileSync(`public/vocabulary/${VOCABULARY_FILE}`))));

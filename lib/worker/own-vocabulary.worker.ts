/** Keeps the vocabulary a user has loaded in the browser's IndexedDB; used by the worker alone. */

import { del, get, set } from "idb-keyval";
import type { OwnVocabulary } from "../tokens/counters";
import { MAX_TOKENIZER_BYTES, parseTokenizer, TOKENIZER_TOO_LARGE } from "../tokens/parse-tokenizer";
import { readStoredVocabulary, type TokenizerInfo, writeVocabulary } from "../tokens/store-vocabulary";
import { Refusal } from "../values/failure";
import type { OwnVocabularyInfo } from "./messages";

const KEY = "own-vocabulary";

export interface LoadedVocabulary {
  readonly own: OwnVocabulary;
  readonly info: OwnVocabularyInfo;
}

const infoOf = ({ name, baseTokens, addedTokens }: TokenizerInfo): OwnVocabularyInfo => ({
  name,
  baseTokens,
  addedTokens,
});

/** The vocabulary kept from an earlier visit. One that cannot be read any more is dropped: it can be loaded again. */
export async function openOwnVocabulary(): Promise<LoadedVocabulary | null> {
  try {
    const bytes = await get<Uint8Array>(KEY);
    if (!bytes) return null;
    const { vocabulary, info } = readStoredVocabulary(bytes);
    return { own: { vocabulary, preTokenizer: info.preTokenizer, name: info.name }, info: infoOf(info) };
  } catch {
    await dropOwnVocabulary();
    return null;
  }
}

/** Reads and keeps a tokenizer.json. Throws a `Refusal` with one sentence when it cannot be used. */
export async function keepOwnVocabulary(file: Blob, name: string): Promise<LoadedVocabulary> {
  if (file.size > MAX_TOKENIZER_BYTES) throw new Refusal(TOKENIZER_TOO_LARGE);
  const converted = parseTokenizer(new Uint8Array(await file.arrayBuffer()), name);
  if (!converted.ok) throw new Refusal(converted.reason);
  const { vocabulary, info } = converted;
  try {
    await set(KEY, writeVocabulary(vocabulary, info));
  } catch {
    // A private window may have no storage: the vocabulary then serves until the page is left.
  }
  return { own: { vocabulary, preTokenizer: info.preTokenizer, name: info.name }, info: infoOf(info) };
}

export async function dropOwnVocabulary(): Promise<void> {
  try {
    await del(KEY);
  } catch {
    // Without storage there is nothing to drop.
  }
}

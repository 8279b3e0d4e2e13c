/** Turns the tokenizer.json of a byte-level byte-pair tokenizer into a vocabulary, or says why it cannot be used. */

import { type Failure, fail } from "../values/failure";
import { type Fields, isObject } from "../values/json";
import { tell } from "../words/message";
import { BYTE_CHARACTERS } from "./byte-alphabet";
import { isId, readAddedTokens } from "./read-added-tokens";
import { MAX_MERGES, readMerges } from "./read-merges";
import { readNormalizer, readPreTokenizer } from "./read-pipeline";
import type { TokenizerInfo } from "./store-vocabulary";
import { quote, refuse, TokenizerRefusal } from "./tokenizer-refusal";
import type { Vocabulary } from "./vocabulary";

export type Conversion =
  | { readonly ok: true; readonly vocabulary: Vocabulary; readonly info: TokenizerInfo }
  /** One sentence: what is wrong, where, the mend. */
  | Failure;

const MAX_TOKENS = 2 * MAX_MERGES;
const LONGEST_NAME = 100;

function findModel(json: unknown): Fields {
  if (!isObject(json)) return refuse(tell("tokenizer.noObject"));
  if (isObject(json.model)) return json.model;
  if ("tokenizer_class" in json || "added_tokens_decoder" in json) {
    return refuse(tell("tokenizer.isConfig"));
  }
  const values = Object.values(json);
  if (values.length >= BYTE_CHARACTERS.length && isId(values[0])) {
    return refuse(tell("tokenizer.isVocab"));
  }
  return refuse(tell("tokenizer.noModel"));
}

/** Files of old have no type; their merges tell. */
function checkModel(model: Fields): void {
  const type = model.type ?? ("merges" in model ? "BPE" : null);
  if (type !== "BPE") {
    refuse(tell("tokenizer.otherType", { type: quote(type) }));
  }
  const unsupported = ["byte_fallback", "ignore_merges", "dropout"].find((name) => Boolean(model[name]));
  const affix = ["continuing_subword_prefix", "end_of_word_suffix"].find((name) => Boolean(model[name]));
  const found = unsupported ?? affix;
  if (found) {
    refuse(tell("tokenizer.fieldNotSupported", { field: found, value: quote(model[found]) }));
  }
}

function readIds(vocab: unknown): ReadonlyMap<string, number> {
  if (!isObject(vocab)) return refuse(tell("tokenizer.vocabNoObject"));
  const entries = Object.entries(vocab);
  if (entries.length > MAX_TOKENS) {
    refuse(tell("tokenizer.tooManyTokens", { count: `${entries.length}` }));
  }
  const ids = new Map<string, number>();
  const owners = new Set<number>();
  for (const [token, id] of entries) {
    if (!isId(id)) {
      return refuse(tell("tokenizer.noId", { token: quote(token), id: quote(id) }));
    }
    if (owners.has(id)) refuse(tell("tokenizer.idTwice", { id: `${id}` }));
    owners.add(id);
    ids.set(token, id);
  }
  return ids;
}

function readByteIds(ids: ReadonlyMap<string, number>): Int32Array {
  const missing = BYTE_CHARACTERS.filter((character) => !ids.has(character));
  if (missing.length > 0) {
    refuse(tell("tokenizer.bytesMissing", { count: `${missing.length}` }));
  }
  return Int32Array.from(BYTE_CHARACTERS, (character) => ids.get(character) ?? 0);
}

function convert(json: unknown, name: string): Conversion {
  const model = findModel(json);
  checkModel(model);
  const file = json as Fields;
  const normalizer = readNormalizer(file.normalizer);
  const preTokenizer = readPreTokenizer(file.pre_tokenizer);
  const ids = readIds(model.vocab);
  const byteIds = readByteIds(ids);
  const merges = readMerges(model.merges, ids);
  const { added, addedAfter } = readAddedTokens(file.added_tokens, normalizer);
  const addedTokens = added.size + addedAfter.size;
  return {
    ok: true,
    vocabulary: { name, byteIds, ...merges, added, addedAfter, normalizer },
    info: { name, baseTokens: ids.size, addedTokens, preTokenizer, normalizer },
  };
}

/**
 * Converts a parsed tokenizer.json (the format of Hugging Face's tokenizers, https://huggingface.co/docs/tokenizers,
 * 2026-11-21). `name` is what the vocabulary is to be called, since the file has no name of its own. Never throws.
 */
export function convertTokenizer(json: unknown, name = "tokenizer.json"): Conversion {
  try {
    return convert(json, name.slice(0, LONGEST_NAME));
  } catch (error) {
    if (error instanceof TokenizerRefusal) return fail(error.said);
    throw error;
  }
}

/** Turns the tokenizer.json of a byte-level byte-pair tokenizer into a vocabulary, or says why it cannot be used. */

import { type Failure, fail } from "../values/failure";
import { type Fields, isObject } from "../values/json";
import { BYTE_CHARACTERS } from "./byte-alphabet";
import { isId, readAddedTokens } from "./read-added-tokens";
import { MAX_MERGES, readMerges } from "./read-merges";
import { readNormalizer, readPreTokenizer } from "./read-pipeline";
import type { TokenizerInfo } from "./store-vocabulary";
import { LOAD_QWEN, quote, refuse, TokenizerRefusal } from "./tokenizer-refusal";
import type { Vocabulary } from "./vocabulary";

export type Conversion =
  | { readonly ok: true; readonly vocabulary: Vocabulary; readonly info: TokenizerInfo }
  /** One sentence: what is wrong, where, the mend. */
  | Failure;

const MAX_TOKENS = 2 * MAX_MERGES;
const LONGEST_NAME = 100;

function findModel(json: unknown): Fields {
  if (!isObject(json))
    return refuse(`The file holds no JSON object, as a tokenizer.json does: ${LOAD_QWEN}.`);
  if (isObject(json.model)) return json.model;
  if ("tokenizer_class" in json || "added_tokens_decoder" in json) {
    return refuse(
      "This is a tokenizer_config.json, which has no vocabulary: load the tokenizer.json beside it.",
    );
  }
  const values = Object.values(json);
  if (values.length >= BYTE_CHARACTERS.length && isId(values[0])) {
    return refuse("This looks like a vocab.json, which has no merges: load the tokenizer.json beside it.");
  }
  return refuse(`The file has no \`model\`, as a tokenizer.json does: ${LOAD_QWEN}.`);
}

/** Files of old have no type; their merges tell. */
function checkModel(model: Fields): void {
  const type = model.type ?? ("merges" in model ? "BPE" : null);
  if (type !== "BPE") {
    refuse(`\`model.type\` is ${quote(type)}, and only byte-level BPE is supported: ${LOAD_QWEN}.`);
  }
  const unsupported = ["byte_fallback", "ignore_merges", "dropout"].find((name) => Boolean(model[name]));
  const affix = ["continuing_subword_prefix", "end_of_word_suffix"].find((name) => Boolean(model[name]));
  const found = unsupported ?? affix;
  if (found) {
    refuse(`\`model.${found}\` is ${quote(model[found])}, which is not supported: ${LOAD_QWEN}.`);
  }
}

function readIds(vocab: unknown): ReadonlyMap<string, number> {
  if (!isObject(vocab))
    return refuse("`model.vocab` is not an object of tokens and ids: download the tokenizer.json again.");
  const entries = Object.entries(vocab);
  if (entries.length > MAX_TOKENS) {
    refuse(
      `\`model.vocab\` has ${entries.length} tokens, and at most 2,000,000 are read: load a smaller tokenizer.json.`,
    );
  }
  const ids = new Map<string, number>();
  const owners = new Set<number>();
  for (const [token, id] of entries) {
    if (!isId(id)) {
      return refuse(
        `\`model.vocab\` gives the token ${quote(token)} the id ${quote(id)}: ids are whole numbers from 0 to 16,777,215.`,
      );
    }
    if (owners.has(id))
      refuse(`\`model.vocab\` gives the id ${id} to two tokens: download the tokenizer.json again.`);
    owners.add(id);
    ids.set(token, id);
  }
  return ids;
}

function readByteIds(ids: ReadonlyMap<string, number>): Int32Array {
  const missing = BYTE_CHARACTERS.filter((character) => !ids.has(character));
  if (missing.length > 0) {
    refuse(
      `\`model.vocab\` lacks ${missing.length} of the 256 byte characters, so it is not byte-level: ${LOAD_QWEN}.`,
    );
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
    if (error instanceof TokenizerRefusal) return fail(error.message);
    throw error;
  }
}

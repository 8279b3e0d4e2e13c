/** A vocabulary written and read again is the same, and nothing else is read. */

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { convertTokenizer } from "./convert-tokenizer";
import { makeAdded, makeTokenizer } from "./fixtures/small-tokenizer";
import { readStoredVocabulary, type TokenizerInfo, writeVocabulary } from "./store-vocabulary";
import { readVocabulary } from "./vocabulary";
import { VOCABULARY_FILE } from "./vocabulary-file";

const builtInFile = () => new Uint8Array(gunzipSync(readFileSync(`public/vocabulary/${VOCABULARY_FILE}`)));

function convertSmall(file: object) {
  const converted = convertTokenizer(makeTokenizer(file), "small\n“one”");
  if (!converted.ok) throw new Error(ENGLISH.say(converted.reason));
  return converted;
}

it.each<[string, object]>([
  ["plain", {}],
  ["not normalised", { normalizer: null }],
  [
    "with both kinds of added tokens",
    { added_tokens: [makeAdded(7, "<é\n>"), makeAdded(2 ** 24 - 1, "x", { normalized: true })] },
  ],
])("comes back: %s", (_name, file) => {
  const { vocabulary, info } = convertSmall(file);
  const bytes = writeVocabulary(vocabulary, info);
  expect(readStoredVocabulary(bytes)).toEqual({ vocabulary, info });
  expect(readVocabulary(bytes)).toEqual(vocabulary);
});

it("keeps the built-in vocabulary too", () => {
  const vocabulary = readVocabulary(builtInFile());
  const info: TokenizerInfo = {
    name: "qwen3",
    baseTokens: 1,
    addedTokens: 1,
    preTokenizer: "A",
    normalizer: "NFC",
  };
  expect(readStoredVocabulary(writeVocabulary(vocabulary, info)).vocabulary).toEqual(vocabulary);
});

it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ["nothing", () => new Uint8Array()],
  ["a byte less", (bytes) => bytes.subarray(0, -1)],
  ["a byte more", (bytes) => new Uint8Array([...bytes, 0])],
  ["no first line", (bytes) => bytes.filter((byte) => byte !== 10)],
  ["a broken first line", (bytes) => bytes.subarray(1)],
  ["a first line of another kind", () => new TextEncoder().encode('{"format":2,"merges":-256}\n')],
  ["another format", (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace("2", "3"))],
])("refuses %s", (_name, change) => {
  const { vocabulary, info } = convertSmall({});
  const bytes = change(writeVocabulary(vocabulary, info));
  expect(() => readVocabulary(bytes)).toThrow(RangeError);
  expect(() => readStoredVocabulary(bytes)).toThrow(RangeError);
});

it("refuses to say which tokenizer the built-in file comes from", () => {
  expect(() => readStoredVocabulary(builtInFile())).toThrow(RangeError);
});

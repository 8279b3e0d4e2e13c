/** js-tiktoken, given the same vocabulary, counts the same: a second reference beside Hugging Face's. */
import { readFileSync } from "node:fs";
import { Tiktoken } from "js-tiktoken/lite";
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { loadTestCounters, loadTestVocabulary } from "./fixtures/load-counters";
import { writeRanks } from "./write-ranks";

/** The published pattern, its `(?i:…)` written out for JavaScript. */
const PATTERN =
  "'(?:[sStTmMdD]|[rRvV][eE]|[lL]{2})|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

it("gives the same ids on prose, code, tables and Chinese", { timeout: 60_000 }, () => {
  const vocabulary = loadTestVocabulary();
  const reference = new Tiktoken({
    bpe_ranks: writeRanks(vocabulary),
    special_tokens: Object.fromEntries(vocabulary.added),
    pat_str: PATTERN,
  });
  const counter = loadTestCounters()(findModel("qwen3-max"));
  const texts = [
    "README.md",
    "lib/tokens/render.ts",
    "lib/offers/model-studio-prices.json",
    "node_modules/@biomejs/biome/README.zh-CN.md",
  ];
  for (const path of texts) {
    const text = readFileSync(path, "utf8").normalize("NFC").slice(0, 6000);
    expect(counter.encode(text)).toEqual(reference.encode(text, "all"));
  }
});

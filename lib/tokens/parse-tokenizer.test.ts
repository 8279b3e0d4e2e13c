/** The bytes of a file: read as a tokenizer.json, or refused in one sentence. */
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { makeTokenizer } from "./fixtures/small-tokenizer";
import { MAX_TOKENIZER_BYTES, parseTokenizer } from "./parse-tokenizer";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const whole = JSON.stringify(makeTokenizer());

it("reads a file, with a byte order mark and without", () => {
  const info = { name: "mine.json", preTokenizer: "B", addedTokens: 2 };
  expect(parseTokenizer(encode(whole), "mine.json")).toMatchObject({ ok: true, info });
  expect(parseTokenizer(encode(`\ufeff${whole}`), "mine.json")).toMatchObject({ ok: true, info });
});

it.each<[string, Uint8Array, string]>([
  ["nothing", encode(""), "is empty"],
  ["white space", encode(" \n"), "is empty"],
  ["a file cut in the middle", encode(whole.slice(0, 3000)), "cut off after 3000 characters"],
  ["a file cut after a bracket", encode(whole.slice(0, whole.lastIndexOf("}"))), "cut off"],
  ["a comma too many", encode(`${whole.slice(0, -1)},}`), "not valid JSON"],
  ["a Git LFS pointer", encode("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"), "Git LFS"],
  ["a web page", encode("<!doctype html><title>404</title>"), '"<!doctype html>'],
  ["merges.txt", encode("#version: 0.2\nh e\n"), "not JSON"],
  ["a packed file", gzipSync(whole), "not UTF-8"],
  ["a huge file", new Uint8Array(MAX_TOKENIZER_BYTES + 1), "limit of 60 MB"],
  ["brackets without end", encode("[".repeat(1_000_000)), "cut off"],
  ["nested brackets", encode("[".repeat(1_000_000) + "]".repeat(1_000_000)), ":"],
  ["other JSON", encode("[]"), "not a JSON object"],
])("refuses %s", (_name, bytes, words) => {
  const parsed = parseTokenizer(bytes);
  const reason = parsed.ok ? "" : ENGLISH.say(parsed.reason);
  expect(reason).toContain(words);
  expect(reason).toMatch(/^[^\n]{20,300}\.$/);
});

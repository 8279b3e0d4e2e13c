/** Filler text has exactly the tokens that were asked for, alone and inside the chat template. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { measurePrompt } from "../tokens/measure";
import { writeFiller } from "./filler-text";
import { fillerWords } from "./filler-words";
import { MAX_FILLER_TOKENS } from "./scenario";

const counterFor = loadTestCounters();
const counter = counterFor(null);

it("has only words of one token, alone and after a space", () => {
  const others = fillerWords.filter((word) => counter.count(word) !== 1 || counter.count(` ${word}`) !== 1);
  expect(others).toEqual([]);
  expect(new Set(fillerWords).size).toBe(fillerWords.length);
});

it("is exactly as long as asked for", () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer(), (tokens, seed) => {
      const text = writeFiller(tokens, seed);
      expect(counter.count(text)).toBe(tokens);
      expect(writeFiller(tokens, seed)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

it("is exact at the longest, and bounded there", () => {
  const longest = writeFiller(MAX_FILLER_TOKENS, 7);
  expect(counter.count(longest)).toBe(MAX_FILLER_TOKENS);
  expect(writeFiller(MAX_FILLER_TOKENS + 1, 7)).toBe(longest);
});

it("differs with the seed", () => {
  expect(writeFiller(20, 1)).not.toBe(writeFiller(20, 2));
});

it.each(["qwen3.7-max", "qwen-plus"])("adds as many tokens to a request of %s, whatever its role", (name) => {
  const model = findModel(name);
  const sizeWith = (role: string, text: string): number => {
    const user = { role: "user", content: "Q" };
    const call = { id: "1", type: "function", function: { name: "look", arguments: "{}" } };
    const asked = role === "tool" ? [{ role: "assistant", content: null, tool_calls: [call] }] : [];
    const { prompt } = parsePrompt(JSON.stringify([user, ...asked, { role, content: text }]));
    if (!prompt) throw new Error("The example is no request.");
    return measurePrompt(prompt, model, counterFor).total;
  };
  for (const role of ["user", "assistant", "tool"]) {
    for (const tokens of [1, 2, 12, 13, 14, 26, 100]) {
      expect(sizeWith(role, writeFiller(tokens, tokens)) - sizeWith(role, "word")).toBe(tokens - 1);
    }
  }
});

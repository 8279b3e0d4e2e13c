/** The stand-in has the size it was asked for, and never more than a document can bear. */
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { estimateTokens, MAX_STAND_IN_WORDS, standInSystem } from "./stand-in-system";

const messages = [{ role: "user", content: "Why does the checkout test fail?" }];

it("comes to the billed prompt within one per cent", () => {
  const counter = loadTestCounters()(findModel("qwen3.7-max"));
  for (const prompt of [3_000, 27_185]) {
    const tokens = counter.count(standInSystem("main", prompt, messages)) + estimateTokens(messages);
    expect(Math.abs(tokens - prompt) / prompt).toBeLessThan(0.01);
  }
});

it("is one sentence where the prompt is not known or smaller than the messages", () => {
  expect(standInSystem("main", null, messages)).toMatch(/does not hold\.$/);
  expect(standInSystem("main", 3, messages)).toBe(standInSystem("main", null, messages));
});

it("stays within its bound, and tells one agent's from another's", () => {
  expect(standInSystem("main", 1e9, messages).length).toBeLessThan(2 * MAX_STAND_IN_WORDS + 200);
  expect(standInSystem("main", 3_000, messages)).not.toBe(standInSystem("sub-agent 1", 3_000, messages));
});

it("counts every text of any depth, and other scripts more densely", () => {
  const nested = { content: [{ input: { deep: ["12345678"] } }] };
  expect(estimateTokens([nested]) - estimateTokens([{}])).toBe(2);
  expect(estimateTokens(["缓存命中缓存"])).toBeGreaterThan(estimateTokens(["abcdef"]));
});

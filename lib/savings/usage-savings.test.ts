/** The figures of the article on agents' context caching, and what compression saves on top of a cache. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { readUsages } from "./read-usages";
import { SPLIT_UNITS } from "./split-saving";
import {
  findInputRates,
  priceInput,
  priceRemoved,
  priceRepeats,
  splitUsage,
  TWENTY_CALLS,
} from "./usage-savings";

/** Claude Sonnet as the article gives it, per million; https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21). */
const SONNET = { uncached: 3, written: 3.75, read: 0.3 };

it("20 turns with 8,000 stable tokens: $0.48 without a cache, $0.0756 with one", () => {
  const { plain, cached } = priceRepeats(8000, 20, SONNET);
  expect(plain).toBeCloseTo(0.48, 12);
  expect(cached).toBeCloseTo(0.0756, 12);
});

it("plays the article's twenty calls as an example", () => {
  const { usage, rates } = TWENTY_CALLS;
  expect(rates).toEqual(SONNET);
  const { before, after } = splitUsage(0, usage, rates);
  expect([before, after]).toEqual([0.48 * SPLIT_UNITS, 0.0756 * SPLIT_UNITS]);
});

it("does not pay for a single turn: writing costs a quarter more", () => {
  const { plain, cached } = priceRepeats(8000, 1, SONNET);
  expect(cached / plain).toBeCloseTo(1.25, 12);
  expect(priceRepeats(8000, 0, SONNET)).toEqual({ plain: 0, cached: 0 });
});

it("prices what compression removed at what the cache had left to pay", () => {
  const usage = { read: 152_000, written: 8000, uncached: 0 };
  expect(priceRemoved(16_000, usage, SONNET)).toBeCloseTo(0.00756, 12);
  expect(priceRemoved(16_000, { read: 0, written: 0, uncached: 0 }, SONNET)).toBeCloseTo(0.048, 12);
});

it("never credits removed tokens with more than the dearest of their rates, and all of them with the whole input", () => {
  const tokens = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(fc.record({ read: tokens, written: tokens, uncached: tokens }), tokens, (usage, removed) => {
      expect(priceRemoved(removed, usage, SONNET)).toBeLessThanOrEqual((removed * 3.75) / 1e6 + 1e-9);
      const input = usage.read + usage.written + usage.uncached;
      if (input > 0) expect(priceRemoved(input, usage, SONNET)).toBeCloseTo(priceInput(usage, SONNET), 9);
    }),
  );
});

it("splits what was saved so that the parts sum to the whole, in any order", () => {
  const tokens = fc.integer({ min: 0, max: 50_000_000 });
  const rate = fc.double({ min: 0, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({ read: tokens, written: tokens, uncached: tokens }),
      tokens,
      fc.record({ read: rate, written: rate, uncached: rate }),
      (usage, removed, rates) => {
        const { before, after, parts } = splitUsage(removed, usage, rates);
        for (const [cache = 0, fewer = 0] of Object.values(parts)) expect(cache + fewer).toBe(before - after);
      },
    ),
  );
});

it("gives left-out tokens what they would have cost after the cache, where caching comes first", () => {
  const usage = { read: 152_000, written: 8000, uncached: 0 };
  const { parts, before, after } = splitUsage(16_000, usage, SONNET);
  expect(after).toBe(75_600_000);
  expect(before).toBe(528_000_000);
  expect(parts["in-order"][1]).toBe(7_560_000);
  // The other way round they have their full price.
  expect(parts.reversed[1]).toBe(48_000_000);
  expect(parts.shapley[1]).toBe((7_560_000 + 48_000_000) / 2);
});

it("reads usage objects, lists and lines, and names the one that is none", () => {
  const openai = {
    prompt_tokens: 1000,
    completion_tokens: 10,
    prompt_tokens_details: { cached_tokens: 800 },
  };
  const anthropic = {
    input_tokens: 100,
    cache_read_input_tokens: 700,
    cache_creation_input_tokens: 50,
    output_tokens: 5,
  };
  expect(readUsages(JSON.stringify(openai))).toMatchObject({ count: 1, usage: { read: 800 } });
  const both = { read: 1500, written: 50, uncached: 300 };
  expect(readUsages(JSON.stringify([openai, { usage: anthropic }]))).toMatchObject({ count: 2, usage: both });
  expect(readUsages(`${JSON.stringify(openai)}\n\n${JSON.stringify(anthropic)}\n`)).toMatchObject({
    usage: both,
  });
  const second = readUsages(JSON.stringify([openai, { a: 1 }]));
  expect(second.ok ? "" : ENGLISH.say(second.reason)).toMatch(/^Usage 2: /);
  for (const none of ["", "nothing", "[]", "3", "{"]) expect(readUsages(none).ok).toBe(false);
});

it("takes a model's prices from the table, and none where none is known", () => {
  expect(findInputRates("qwen3.7-max", 10_000, { region: "intl" })).toEqual({
    rates: { uncached: 2.5, read: 0.25, written: 3.125 },
    currency: "USD",
  });
  expect(findInputRates("no-such-model", 10_000, { region: "intl" })).toBeNull();
});

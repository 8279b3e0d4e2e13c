/** The figures of the article on agents' context caching, and what compression saves on top of a cache. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { priceInput, priceRemoved, priceRepeats } from "./usage-savings";

/** Claude Sonnet as the article gives it, per million; https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21). */
const SONNET = { uncached: 3, written: 3.75, read: 0.3 };

it("20 turns with 8,000 stable tokens: $0.48 without a cache, $0.0756 with one", () => {
  const { plain, cached } = priceRepeats(8000, 20, SONNET);
  expect(plain).toBeCloseTo(0.48, 12);
  expect(cached).toBeCloseTo(0.0756, 12);
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

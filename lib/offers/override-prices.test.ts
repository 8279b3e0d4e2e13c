/** Prices that the user knows better win, cell by cell and tier by tier. */
import { describe, expect, it } from "vitest";
import type { PriceOverride } from "./model";
import { findPrice, listPrices } from "./prices";

const plus = (cells: Partial<PriceOverride>): PriceOverride => ({
  model: "qwen3.7-plus",
  region: "intl",
  ...cells,
});
const inputs = (...overrides: PriceOverride[]) =>
  listPrices("qwen3.7-plus", "intl", overrides).map(({ maxInputTokens, input }) => [maxInputTokens, input]);

describe("an override", () => {
  it("replaces its cells alone and says which they are", () => {
    expect(findPrice("qwen3.7-plus", "intl", 10, [plus({ read: 0.05 })])).toMatchObject({
      input: 0.4,
      create5m: 0.5,
      read: 0.05,
      evidence: "user",
      baseEvidence: "documented",
      derived: ["create5m"],
      overridden: ["read"],
    });
  });

  it.each<[string, PriceOverride[], unknown]>([
    [
      "none",
      [],
      [
        [262_144, 0.4],
        [1_000_000, 1.2],
      ],
    ],
    [
      "of every tier",
      [plus({ input: 9 })],
      [
        [262_144, 9],
        [1_000_000, 9],
      ],
    ],
    [
      "of one tier",
      [plus({ input: 9, maxInputTokens: 262_144 })],
      [
        [262_144, 9],
        [1_000_000, 1.2],
      ],
    ],
    [
      "of a tier of its own",
      [plus({ input: 9, maxInputTokens: 100 })],
      [
        [100, 9],
        [262_144, 0.4],
        [1_000_000, 1.2],
      ],
    ],
    [
      "beyond the last tier",
      [plus({ input: 9, output: 10 })],
      [
        [262_144, 9],
        [1_000_000, 9],
        [null, 9],
      ],
    ],
    [
      "a later one wins",
      [plus({ input: 9 }), plus({ input: 8 })],
      [
        [262_144, 8],
        [1_000_000, 8],
      ],
    ],
    [
      "another region",
      [plus({ input: 9, region: "cn" })],
      [
        [262_144, 0.4],
        [1_000_000, 1.2],
      ],
    ],
  ])("%s", (_, overrides, tiers) => {
    expect(inputs(...overrides)).toEqual(tiers);
  });

  it("prices a model that the table does not have, from input and output on", () => {
    const mine = { model: "mine", region: "hk", input: 1 } as const;
    expect(findPrice("mine", "hk", 10, [mine])).toBeNull();
    expect(findPrice("mine", "hk", 10, [{ ...mine, output: 2 }])).toMatchObject({
      input: 1,
      output: 2,
      read: null,
      currency: "USD",
      evidence: "user",
    });
  });

  it("keeps no amounts in another currency", () => {
    const priced = { input: 3, output: 4, currency: "CNY" } as const;
    expect(findPrice("qwen3.7-plus", "intl", 10, [plus(priced)])).toMatchObject({
      currency: "CNY",
      input: 3,
      read: null,
    });
  });

  it("of a base model holds for its snapshots", () => {
    expect(findPrice("qwen3.7-plus-2026-01-01", "intl", 10, [plus({ read: 0.05 })])?.read).toBe(0.05);
  });
});

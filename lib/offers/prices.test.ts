/** The price table: its shape, and which row bills a request. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import data from "./model-studio-prices.json" with { type: "json" };
import { findPrice, listPrices, PRICES_AS_OF } from "./prices";

const evidence = z.enum(["documented", "observed", "inferred", "derived", "third-party"]);
const amount = z.number().nonnegative();
const shape = z.strictObject({
  model: z.string().min(1),
  region: z.enum(["cn", "intl", "global", "eu", "us", "hk"]),
  currency: z.enum(["USD", "CNY"]),
  maxInputTokens: z.int().positive().nullable(),
  input: amount,
  output: amount,
  implicitRead: amount.nullable(),
  create5m: amount.nullable(),
  create1h: amount.nullable(),
  read: amount.nullable(),
  outputThinking: amount.optional(),
  timeBand: z.strictObject({ name: z.enum(["peak", "off-peak"]), hours: z.string() }).optional(),
  evidence,
  secondHand: z.boolean().optional(),
  derived: z.array(z.enum(["implicitRead", "create5m", "create1h", "read"])).optional(),
  baseEvidence: evidence.optional(),
  source: z.string().min(1),
  asOf: z
    .string()
    .regex(/^20\d\d(-\d\d){0,2}$/)
    .nullable(),
  note: z.string().optional(),
});

describe("the table", () => {
  it("has the shape of `Price` in every row", () => {
    for (const price of data.prices) expect(shape.safeParse(price).error, price.model).toBeUndefined();
  });

  it("lists tiers in ascending order, the open one last", () => {
    for (const { model, region } of data.prices) {
      const limits = listPrices(model, region as "cn").map((price) => price.maxInputTokens ?? Infinity);
      expect(limits, model).toEqual([...new Set(limits)].sort((a, b) => a - b));
    }
  });

  it("is as new as its newest row", () => {
    expect(data.prices.every(({ asOf }) => asOf === null || asOf <= PRICES_AS_OF)).toBe(true);
  });
});

describe("findPrice", () => {
  it.each([
    ["qwen3.7-plus", "intl", 262_144, 0.4],
    ["qwen3.7-plus", "intl", 262_145, 1.2],
    ["qwen3.7-plus", "intl", 1_000_001, undefined],
    ["qwen3-coder-plus", "intl", 32_768, 1],
    ["qwen3-coder-plus", "intl", 32_769, undefined],
    ["qwen3-max", "intl", 32_500, 1.2],
    ["qwen3-max", "intl", 32_768, 1.2],
    ["qwen3-max", "intl", 32_769, 2.4],
    ["qwen3-max", "intl", 131_072, 2.4],
    ["qwen3-max", "intl", 131_073, 3],
    ["qwen3-max", "intl", 255_000, 3],
    ["qwen3-max", "intl", 258_048, 3],
    ["qwen3-max", "intl", 258_049, undefined],
    ["qwen3.6-plus", "intl", 5_000_000, 2],
    ["qwen3.7-max", "cn", 10, 12],
    ["qwen3.7-max", "us", 10, undefined],
    ["qwen3.7-max-2026-05-20", "intl", 10, 2.5],
    ["no such model", "intl", 10, undefined],
  ] as const)("%s in %s with %i input tokens costs %s", (model, region, tokens, input) => {
    expect(findPrice(model, region, tokens)?.input).toBe(input);
  });

  it("takes the peak where the time of day matters", () => {
    expect(findPrice("deepseek-v4.1-flash", "cn", 10)).toMatchObject({
      input: 2,
      timeBand: { name: "peak" },
    });
  });
});

/** What the table of a usage alone says of costs that are known, unknown, and known only in part. */
import { describe, expect, it } from "vitest";
import { decodeUsage } from "../../lib/answers/decode-usage";
import type { ImportedUsage } from "../../lib/import/imported";
import { findPrice } from "../../lib/offers/prices";
import { ENGLISH } from "../../lib/words/plain-words";
import { listUsageRows, sumUsageRows } from "./usage-rows";

function row(usage: object | null, model: string | null, tellsWritten = true): ImportedUsage {
  const reading = usage ? decodeUsage(usage, { tellsWritten }) : null;
  return { place: "Line 1", at: null, model, conversation: null, usage: reading?.ok ? reading.usage : null };
}

const billed = {
  input_tokens: 10,
  output_tokens: 7,
  cache_read_input_tokens: 2000,
  cache_creation_input_tokens: 100,
};

it("prices each kind of token by the model's own table", () => {
  const price = findPrice("qwen3.7-max", "intl", 2110);
  expect(price?.read).toBeGreaterThan(0);
  const [only] = listUsageRows([row(billed, "qwen3.7-max")], null, "intl");
  const { input = 0, create5m, read, output = 0, outputThinking } = price ?? {};
  const sum = 10 * input + 100 * (create5m ?? 0) + 2000 * (read ?? 0) + 7 * (outputThinking ?? output);
  expect(only?.cost).toBeCloseTo(sum / 1e6, 12);
  expect(only?.words.map(ENGLISH.say)).toEqual([
    "2,000 read + 100 written + 10 uncached = 2,110 prompt tokens.",
  ]);
});

it("takes the page's model where the source names none", () => {
  const [named] = listUsageRows([row(billed, "qwen3.7-max")], null, "intl");
  const [unnamed] = listUsageRows([row(billed, null)], "qwen3.7-max", "intl");
  expect(unnamed?.cost).toBe(named?.cost);
});

it("says so where no price is known", () => {
  const [foreign, nameless] = listUsageRows([row(billed, "no-such-model"), row(billed, null)], null, "intl");
  expect(foreign?.cost).toBeNull();
  expect(foreign?.words.map(ENGLISH.say).at(-1)).toBe(
    "No price of no-such-model in Singapore is known for this request.",
  );
  expect(nameless?.words.map(ENGLISH.say).at(-1)).toMatch(/names no model/);
});

it("says that an untold write may cost more", () => {
  const usage = { prompt_tokens: 310, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 200 } };
  const [only] = listUsageRows([row(usage, "qwen3.7-max", false)], null, "intl");
  expect(only?.cost).toBeGreaterThan(0);
  expect(only?.words.map(ENGLISH.say).join(" ")).toMatch(/may be higher/);
});

it("sums what was billed, and no cost where one is unknown", () => {
  const rows = listUsageRows(
    [row(billed, "qwen3.7-max"), row(billed, "qwen3.7-max"), row(null, null)],
    null,
    "intl",
  );
  const sums = sumUsageRows(rows);
  expect(sums.tokens).toEqual({ read: 4000, written: 200, uncached: 20, prompt: 4220, completion: 14 });
  expect(sums.cost).toBeCloseTo(2 * (rows[0]?.cost ?? 0), 12);
  expect(
    sumUsageRows(listUsageRows([row(billed, "qwen3.7-max"), row(billed, "x")], null, "intl")).cost,
  ).toBeNull();
});

describe("a read that is not told to be of either cache", () => {
  const read = { input_tokens: 2000, output_tokens: 100, cache_read_input_tokens: 8000 };
  const chat = (details: object) => ({
    prompt_tokens: 10_000,
    completion_tokens: 100,
    total_tokens: 10_100,
    prompt_tokens_details: details,
  });

  it("has both prices", () => {
    const [only] = listUsageRows([row(read, "qwen-plus")], null, "intl");
    expect(only?.cost).toBeCloseTo(0.00124, 12);
    expect(only?.otherCost).toBeCloseTo(0.00156, 12);
    expect(only?.words.map(ENGLISH.say).join(" ")).toMatch(
      /does not say which cache was read: \$0\.00124.*\$0\.00156/,
    );
    const sums = sumUsageRows(listUsageRows([row(read, "qwen-plus"), row(read, "qwen-plus")], null, "intl"));
    expect([sums.cost, sums.otherCost]).toEqual([expect.closeTo(0.00248, 12), expect.closeTo(0.00312, 12)]);
  });

  it("has one where the fields say which it was", () => {
    const explicit = chat({ cached_tokens: 8000, cache_creation_input_tokens: 0, cache_type: "ephemeral" });
    const rows = listUsageRows(
      [row(explicit, "qwen-plus"), row(chat({ cached_tokens: 8000 }), "qwen-plus")],
      null,
      "intl",
    );
    expect(rows.map(({ cost, otherCost }) => [cost, otherCost])).toEqual([
      [expect.closeTo(0.00124, 12), null],
      [expect.closeTo(0.00156, 12), null],
    ]);
  });
});

it("does not show the page's model as if it were the file's", () => {
  const [unnamed] = listUsageRows([row(billed, null)], "qwen3.7-max", "intl");
  expect(unnamed).toMatchObject({ model: null, pricedAs: "qwen3.7-max" });
  expect(unnamed?.words.map(ENGLISH.say).at(-1)).toMatch(
    /names no model: the cost uses the price of qwen3\.7-max/,
  );
});

it("prices what a gateway says was written", () => {
  const usage = {
    prompt_tokens: 7460,
    completion_tokens: 42,
    prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 7447 },
  };
  const [only] = listUsageRows([row(usage, "qwen3.6-plus")], null, "intl");
  expect(only?.cost).toBeCloseTo(0.004786875, 9);
});

it("names a field that it does not know, and says that the cost may be another", () => {
  const usage = { prompt_tokens: 10_000, completion_tokens: 7, prefix_hits: 8000 };
  const [only] = listUsageRows([row(usage, "qwen3.7-max")], null, "intl");
  expect(only?.words.map(ENGLISH.say).join(" ")).toMatch(/prefix_hits \(8,000\).*may differ/);
});

it("prices a batch at half, without a discount for what a cache held", () => {
  const batch = { ...row(billed, "qwen3.7-max"), isBatch: true };
  const [only] = listUsageRows([batch], null, "intl");
  const { input = 0, output = 0, outputThinking } = findPrice("qwen3.7-max", "intl", 2110) ?? {};
  expect(only?.cost).toBeCloseTo((2110 * input + 7 * (outputThinking ?? output)) / 2e6, 12);
  expect(only?.words.map(ENGLISH.say).join(" ")).toMatch(/half as much/);
});

it("prices a total only where the price does not depend on how long each request was", () => {
  const total = (model: string): ImportedUsage => ({
    ...row({ ...billed, input_tokens: 300_000 }, model),
    requests: 9,
  });
  const [tiered, flat] = listUsageRows([total("qwen3-max"), total("qwen3.7-max")], null, "intl");
  expect(tiered?.cost).toBeNull();
  expect(tiered?.words.map(ENGLISH.say).join(" ")).toMatch(
    /how long each request is, which a total does not tell/,
  );
  const [alone] = listUsageRows([row({ ...billed, input_tokens: 300_000 }, "qwen3.7-max")], null, "intl");
  expect(flat?.cost).toBe(alone?.cost);
});

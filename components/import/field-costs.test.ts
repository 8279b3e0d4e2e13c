/** What usage objects that people had in hand cost: at the price of the cache that they tell of, or at both. */
import { expect, it } from "vitest";
import { readField } from "../../lib/import/fixtures/read-field";
import { importAll } from "../../lib/import/fixtures/read-fixture";
import type { Region } from "../../lib/offers/model";
import { ENGLISH } from "../../lib/words/plain-words";
import { listUsageRows } from "./usage-rows";

async function rowsOf(name: string, fallback: string | null = null, region: Region = "intl") {
  const { usages } = await importAll(readField(name));
  return listUsageRows(usages, fallback, region);
}

it.each<[string, number]>([
  // 7,447 written at $0.625, 13 uncached at $0.5 and 42 answered at $3; the gateway itself billed $0.00478.
  ["10-usage-created.json", 0.0047869],
  ["35-usage.json", 0.7665],
  // 8,000 read at a tenth, or at a fifth, of $0.4.
  ["39-explicit.json", 0.00124],
  ["39-implicit.json", 0.00156],
])("%s costs %d", async (name, cost) => {
  const [row] = await rowsOf(name);
  expect(row?.cost).toBeCloseTo(cost, 6);
  expect(row?.otherCost).toBeNull();
});

it("a usage without a model has no price of its own: whose price it is is said", async () => {
  const [alone] = await rowsOf("10-usage-responses.json");
  expect(alone?.cost).toBeNull();
  expect(alone?.words.map(ENGLISH.say).join(" ")).toMatch(/names no model, so its price is unknown/);
  const [atPage] = await rowsOf("10-usage-responses.json", "qwen3.7-max");
  expect(atPage?.words.map(ENGLISH.say).join(" ")).toMatch(
    /names no model: the cost uses the price of qwen3.7-max, the model chosen on the page/,
  );
});

it("the Anthropic form does not say which cache was read: both prices are told", async () => {
  const usage = { input_tokens: 2000, output_tokens: 100, cache_read_input_tokens: 8000 };
  const { usages } = await importAll(JSON.stringify({ model: "qwen-plus", usage }));
  const [row] = listUsageRows(usages, null, "intl");
  expect(row?.cost).toBeCloseTo(0.00124, 6);
  expect(row?.otherCost).toBeCloseTo(0.00156, 6);
  expect(row?.words.map(ENGLISH.say).join(" ")).toMatch(/does not say which cache was read/);
});

it("a batch's answers cost half, and nothing is said of a cache", async () => {
  const rows = await rowsOf("15-output.jsonl");
  // 1,742 tokens at half of $2.5 and two answered at half of $7.5.
  expect(rows[0]?.cost).toBeCloseTo((1742 * 1.25 + 2 * 3.75) / 1e6, 9);
  expect(rows[0]?.words.map(ENGLISH.say).join(" ")).toMatch(/half as much/);
});

/** Prices of other services: every row is sound, and a day and a size choose one of them. */
import { describe, expect, it } from "vitest";
import { findAssumption } from "./assumptions";
import { findListedModel, findService, findTariff, listModelsOf, listServices } from "./listed-prices";
import { findBand, type LineKind, rateOf } from "./offer";
import data from "./providers-prices.json" with { type: "json" };

function rate(id: string, model: string, tokens: number, kind: LineKind = "input", on = "2026-11-21") {
  const service = findService(id);
  if (!service) throw new Error(`No service is called ${id}.`);
  return rateOf(findBand(findTariff(service, model), tokens, on), kind);
}

it("lists every row of the price list under one service at least", () => {
  const known = new Set(
    listServices().flatMap((service) =>
      listModelsOf(service).map((model) => `${findListedModel(service, model)?.list} ${model}`),
    ),
  );
  for (const { system, model, source, asOf, evidence } of data.prices) {
    expect(known.has(`${system} ${model}`), `${system} ${model}`).toBe(true);
    expect([source === "", /^20\d\d-\d\d(-\d\d)?$/.test(asOf), evidence === ""]).toEqual([
      false,
      true,
      false,
    ]);
  }
});

it("names assumptions that are stated", () => {
  for (const { id, assumptions = [] } of listServices()) {
    for (const one of assumptions) expect(findAssumption(one), `${id}: ${one}`).not.toBeNull();
  }
});

describe("a band", () => {
  it.each([
    ["openai", "gpt-5.6-sol", 271_999, 4],
    ["openai", "gpt-5.6-sol", 272_000, 8],
    ["openai", "gpt-6-sol", 272_000, 2],
    ["openai", "gpt-6-sol", 272_001, 4],
    ["anthropic", "claude-haiku-5-5", 100_000, 0.1],
    ["anthropic", "claude-haiku-5-5", 100_001, 0.5],
    ["gemini", "gemini-3.1-pro", 200_000, 2],
    ["gemini", "gemini-3.1-pro", 200_001, 4],
    ["grok", "grok-4.6", 199_999, 2],
    ["grok", "grok-4.6", 200_000, 4],
  ])("of %s %s at %i", (id, model, tokens, input) => {
    expect(rate(id, model, tokens)).toBe(input);
  });

  it("re-prices reads, writes and the answer by factors of their own", () => {
    const high = (kind: LineKind) => rate("openai", "gpt-6.1-terra", 300_000, kind);
    expect([high("read"), high("write:1800"), high("write:43200"), high("output")]).toEqual([
      0.1, 2.5, 5, 7.5,
    ]);
  });
});

describe("a day", () => {
  it.each([
    ["gemini", "gemini-3.8-flash", "2026-12-31", 0.75],
    ["gemini", "gemini-3.8-flash", "2027-01-01", 1.5],
    ["glm", "glm-5.3-flash", "2026-09-09", 0.075],
    ["glm", "glm-5.3-flash", "2026-09-10", 0.15],
    ["deepseek", "deepseek-v4-pro", "2026-08-16", 0.435],
    ["deepseek", "deepseek-v4-pro", "2026-08-17", 0.66],
    ["deepseek", "deepseek-v4-flash", "2026-08-17", null],
  ])("of %s %s: %s", (id, model, on, input) => {
    expect(rate(id, model, 1000, "input", on)).toBe(input);
  });
});

it("has the peak's prices where they are asked for", () => {
  const service = findService("deepseek");
  const tariffs = [false, true].map((atPeak) => service && findTariff(service, "deepseek-flash", atPeak));
  expect(tariffs.map((tariff) => tariff && rateOf(findBand(tariff, 10), "input"))).toEqual([0.15, 0.3]);
});

it.each([
  ["anthropic", "claude-sonnet-4-5", 1024, false],
  ["bedrock", "claude-sonnet-4-5", 4096, false],
  ["bedrock", "claude-opus-4-7", 4096, false],
  ["bedrock", "claude-opus-5", 512, false],
  ["bedrock", "nova-lite", 1000, false],
  ["gemini", "gemini-2.5-flash-lite", 2048, true],
  ["gemini", "gemini-3-flash", 4096, true],
  ["kimi", "kimi-k3", null, false],
])("knows the minimum of %s %s", (id, name, minimum, isMinimumAssumed) => {
  const service = findService(id);
  expect(service && findListedModel(service, name)).toMatchObject({ minimum, isMinimumAssumed });
});

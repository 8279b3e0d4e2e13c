/** Scenes reproduce what was measured of routers, hosts and gateways, and name what was published. */
import { describe, expect, it } from "vitest";
import { findListedModel, findService } from "../offers/listed-prices";
import { en } from "../words/en";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import architectures from "./kv-architectures.json" with { type: "json" };
import latency from "./latency.json" with { type: "json" };
import { type LayerSettings, pinVendor } from "./layer-settings";
import measured from "./measurements.json" with { type: "json" };
import { discountRange, readRequests } from "./scene";
import { findScene, SCENES } from "./scenes";
import { type Step, walkRequests } from "./walk";

function walkScene(id: string, change = (settings: LayerSettings) => settings): Step[] {
  const scene = findScene(id);
  if (!scene) throw new Error(`No scene ${id}.`);
  return walkRequests(readRequests(scene.requests), change(scene.settings));
}
const costs = (steps: readonly Step[]) => steps.map(({ cost }) => cost ?? Number.NaN);
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe("the six calls", () => {
  it("cost what was measured: 49.3 times from dearest to cheapest", () => {
    const steps = walkScene("six-calls");
    expect(steps.map(({ vendor }) => vendor)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(steps.map(({ reported }) => reported)).toEqual([0, 0, 4224, 4224, 4224, 4224]);
    for (const [order, cost] of [0.0141, 0.000709, 0.000286, 0.000286, 0.000286, 0.000286].entries()) {
      expect(costs(steps)[order]).toBeCloseTo(cost, 9);
    }
    expect(sum(costs(steps))).toBeCloseTo(0.015953, 9);
    expect(Math.max(...costs(steps)) / Math.min(...costs(steps))).toBeCloseTo(49.3, 1);
  });

  it("cost 7.46 times less pinned to the cheap vendor", () => {
    const pinned = sum(costs(walkScene("six-calls-pinned")));
    expect(pinned).toBeCloseTo(0.002139, 9);
    expect(sum(costs(walkScene("six-calls"))) / pinned).toBeCloseTo(7.46, 2);
    expect(sum(costs(walkScene("six-calls", (settings) => pinVendor(settings, 1))))).toBeCloseTo(pinned, 12);
  });

  it("imply prices: 19.9 times from vendor to vendor, and 0.1001 $/M between read and not read", () => {
    const scene = findScene("six-calls");
    const [dear, cheap] = scene?.settings.router.vendors ?? [];
    expect((dear?.input ?? 0) / (cheap?.input ?? 1)).toBeCloseTo(19.9, 1);
    expect((cheap?.input ?? 0) * (1 - (cheap?.readMultiplier ?? 0))).toBeCloseTo(0.1001, 4);
  });
});

it("finds provider A's 59.66 % and provider B's nothing", () => {
  const [cold = 0, warm = 0] = costs(walkScene("provider-a"));
  expect(1 - warm / cold).toBeCloseTo(0.5966, 4);
  expect(ENGLISH.say(findScene("provider-a")?.about ?? "")).toMatch(
    /59\.66 % less.*4,224 tokens.*\$0\.1001 cheaper per million/,
  );
  const steps = walkScene("provider-b");
  expect(new Set(costs(steps)).size).toBe(1);
  expect(costs(steps)[0]).toBeCloseTo(0.000662, 9);
  expect(steps.map(({ reported, read }) => [reported, read])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

it.each([
  ["deepseek-v4-pro", 5.5],
  ["deepseek-v4-flash", 4.1],
  ["qwen3.5-flash", 10.2],
  ["kimi-k2.5", 2.7],
  ["qwen3-max", 2],
  ["qwen3.5-plus", 1.8],
])("was %s times as fast when warm: %d", (model, times) => {
  const [cold = 0, warm = 1] = measured.gateway.find((row) => row.model === model)?.seconds ?? [];
  expect(cold / warm).toBeCloseTo(times, 1);
});

it.each(measured.gateway)("plays $model through the gateway, whose usage says 0", (row) => {
  const steps = walkScene(`gateway-${row.model}`);
  const [cold = 0, warm = 0] = costs(steps);
  expect(cold).toBeCloseTo(Number(row.cold), 9);
  expect(warm).toBeCloseTo(Number(row.warm), 9);
  expect(steps.map(({ reported }) => reported)).toEqual([0, 0]);
  expect(steps[1]?.read).toBeGreaterThan(0);
  const { low, high } = discountRange(row.cold, row.warm);
  // The published figure is rounded to a tenth of a percent.
  expect(row.discount).toBeGreaterThanOrEqual(low * 100 - 0.05);
  expect(row.discount).toBeLessThanOrEqual(high * 100 + 0.05);
  expect(Math.round((1 - warm / cold) * 1000) / 10).toBeCloseTo(
    row.model === "qwen3-max" ? 4 : row.discount,
    1,
  );
});

it("has the published first-party discounts", () => {
  const discounts = measured.firstParty.map(({ input, read }) => Math.round((1 - read / input) * 1000) / 10);
  expect(discounts).toEqual([98, 91.7, 99.2, 88.5, 91.6, 83.2, 80]);
  for (const [order, { discount }] of measured.firstParty.entries()) {
    expect(Math.abs((discounts[order] ?? 0) - discount)).toBeLessThanOrEqual(0.5);
  }
});

it("reads of short prompts on a hybrid model what was reported: none, about 95 %, about 54 %", () => {
  const again = walkScene("hybrid").filter(({ isFirst }) => !isFirst);
  expect(again.map(({ read }) => read)).toEqual([0, 528, 528]);
  expect(again.map(({ read, prompt }) => Math.floor((read / prompt) * 100))).toEqual([0, 95, 53]);
});

it("finds today's price of every model that is named for it", () => {
  for (const { today } of measured.firstParty) {
    const service = today && findService(today.service);
    if (service) expect(findListedModel(service, today.model)).not.toBeNull();
  }
});

it("has the words of every name in the data, in both languages", () => {
  const data = [architectures, latency, measured];
  const keys = [...JSON.stringify(data).matchAll(/"key":"(\w+)\.(\w+)"/g)];
  expect(keys.length).toBeGreaterThan(8);
  for (const [, namespace = "", key = ""] of keys)
    for (const catalogue of [en, zh])
      expect(catalogue).toHaveProperty([namespace, key], expect.stringMatching(/\S/));
});

it("is offered by a name and a sentence of its own", () => {
  const said = SCENES.flatMap(({ name, about }) => [ENGLISH.say(name), ENGLISH.say(about)]);
  expect(new Set(said).size).toBe(2 * SCENES.length);
  for (const sentence of said) expect(sentence).not.toMatch(/scenes\.|[{}]/);
  expect(ENGLISH.say(findScene("provider-a")?.about ?? "")).toContain("the second call costs 59.66 % less");
});

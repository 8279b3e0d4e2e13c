/** Layers reproduce what was measured of routers, hosts and gateways, and answer by formula what walks show. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ARCHITECTURES,
  blocksBeside,
  conversationsInMemory,
  findArchitecture,
  kvBytesOf,
  tokensInMemory,
} from "./kv-bytes";
import { keepTogether, type LayerSettings, pinVendor } from "./layer-settings";
import measured from "./measurements.json" with { type: "json" };
import { countPrefill, estimateSavedTime, LATENCY_FITS, savedPrefill, savedTime } from "./prefill";
import { crowdOf, discountRange, impliedPrices, readRequests, sameRequests, talkRequests } from "./scene";
import { findScene, SCENES } from "./scenes";
import { type Step, walkRequests } from "./walk";
import { averageWarmShare, expectWarmShare, uniformWarmShare, warmShareOf } from "./warm-share";

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
  const steps = walkScene("provider-b");
  expect(new Set(costs(steps)).size).toBe(1);
  expect(costs(steps)[0]).toBeCloseTo(0.000662, 9);
  expect(steps.map(({ reported, read }) => [reported, read])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
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

it("has the published first-party discounts", () => {
  const discounts = measured.firstParty.map(({ input, read }) => Math.round((1 - read / input) * 1000) / 10);
  expect(discounts).toEqual([98, 91.7, 99.2, 88.5, 91.6, 83.2, 80]);
  for (const [order, { discount }] of measured.firstParty.entries()) {
    expect(Math.abs((discounts[order] ?? 0) - discount)).toBeLessThanOrEqual(0.5);
  }
});

describe("the warm share", () => {
  it.each([
    [1, 0.95],
    [2, 0.9],
    [4, 0.8006],
    [8, 0.6277],
  ])("of 20 calls over %d caches is %d", (caches, share) => {
    expect(uniformWarmShare(caches, 20)).toBeCloseTo(share, 4);
  });

  it("in turn over four: 4 cold, 16 warm", () => {
    const steps = walkScene("round-robin");
    expect(steps.filter(({ read }) => read === 0)).toHaveLength(4);
    const { requests, settings } = findScene("round-robin") ?? SCENES[0] ?? fail();
    expect(expectWarmShare(readRequests(requests), settings)).toBeCloseTo(0.8);
  });

  it.each(["pinned", "sticky", "uniform", "by-price"] as const)(
    "by formula is what many walks come to: %s",
    (policy) => {
      const { settings } = findScene("uniform") ?? SCENES[0] ?? fail();
      const vendors = settings.router.vendors.map((vendor, order) => ({
        ...vendor,
        input: 0.3 + order * 0.1,
      }));
      const changed: LayerSettings = {
        ...settings,
        router: { ...settings.router, policy, vendors },
        host: { policy: "uniform", replicas: 2 },
      };
      const requests = readRequests(sameRequests(12, 4700));
      const expected = expectWarmShare(requests, changed) ?? Number.NaN;
      // Of 2,000 walks of twelve the mean is off by less than one in a hundred.
      expect(averageWarmShare(requests, changed, 2000)).toBeCloseTo(expected, 1.7);
    },
  );

  it("is not foretold where picks are given or a vendor keeps nothing", () => {
    for (const id of ["six-calls", "provider-b"]) {
      const scene = findScene(id);
      if (scene) expect(expectWarmShare(readRequests(scene.requests), scene.settings)).toBeNull();
    }
  });
});

describe("what a model keeps", () => {
  it.each([
    ["llama-3.1-8b", 131_072],
    ["llama-3.1-70b", 327_680],
    ["qwen2.5-32b", 262_144],
    ["deepseek-v3", 70_272],
    ["llama-2-7b", 524_288],
  ])("%s: %d bytes a token", (id, bytes) => expect(kvBytesOf(findArchitecture(id))).toBe(bytes));

  it("compressed is 1.76 % of full heads", () => {
    const share = kvBytesOf(findArchitecture("deepseek-v3")) / kvBytesOf(findArchitecture("deepseek-v3-mha"));
    expect(share * 100).toBeCloseTo(1.76, 2);
  });

  it("leaves 28,467 blocks on an 80 GiB card beside an 8B model", () => {
    const memory = { gpu: 80, share: 0.92, weights: 16, other: 2 };
    expect(blocksBeside(findArchitecture("llama-3.1-8b"), memory, 16)).toBe(28_467);
  });

  it("holds so many conversations", () => {
    const llama = findArchitecture("llama-3.1-8b");
    expect(tokensInMemory(llama, 1)).toBe(8192);
    expect(conversationsInMemory(llama, 40, 8192)).toBe(40);
    expect(conversationsInMemory(llama, 40, 0)).toBe(0);
  });

  it("comes with its source", () => {
    for (const { source, asOf } of ARCHITECTURES)
      expect([source, asOf].join(" ")).toMatch(/^https:\S+ \d{4}/);
  });
});

describe("time", () => {
  it.each([
    [0, 10_000, 0.367],
    [0, 100_000, 0.651],
  ])("by the first fit: %d %d %d", (fit, tokens, share) => {
    expect(savedTime(LATENCY_FITS[fit] ?? fail(), tokens, tokens)).toBeCloseTo(share, 3);
  });

  it("is a band between the fits, and nothing where nothing is read", () => {
    const { low, high } = estimateSavedTime(10_000, 10_000);
    expect(low).toBeCloseTo(0.31, 2);
    expect(high).toBeCloseTo(0.367, 3);
    expect(estimateSavedTime(0, 10_000)).toEqual({ low: 0, high: 0 });
  });

  it("of a prefill: 67.2 TFLOP at 1,024 tokens of a 32B model, and 57 % of it attention at 128k", () => {
    const qwen = findArchitecture("qwen2.5-32b");
    const short = countPrefill(qwen, 0, 1024);
    expect((short.linear + short.attention) / 1e12).toBeCloseTo(67.2, 1);
    const long = countPrefill(qwen, 0, 131_072);
    expect(long.attention / (long.linear + long.attention)).toBeCloseTo(0.57, 2);
    expect(savedPrefill(qwen, [{ read: 0, prompt: 500 }])).toBe(0);
    expect(savedPrefill(qwen, [])).toBe(0);
  });
});

const settingsGiven = fc.record({
  policy: fc.constantFrom("pinned", "sticky", "round-robin", "uniform", "by-price") as fc.Arbitrary<
    LayerSettings["router"]["policy"]
  >,
  gateway: fc.constantFrom("affinity", "round-robin", "uniform") as fc.Arbitrary<
    LayerSettings["gateway"]["policy"]
  >,
  host: fc.constantFrom("sticky", "round-robin", "uniform") as fc.Arbitrary<LayerSettings["host"]["policy"]>,
  clusters: fc.integer({ min: 1, max: 3 }),
  replicas: fc.integer({ min: 1, max: 3 }),
  block: fc.constantFrom(1, 16, 528),
  passesUsage: fc.boolean(),
  seed: fc.nat(1000),
});

it("never reads more than one cache for all would give, nor bills more than without a cache", () => {
  const base = findScene("agents")?.settings ?? fail();
  fc.assert(
    fc.property(
      settingsGiven,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      (given, talks, turns) => {
        const settings: LayerSettings = {
          ...base,
          router: { ...base.router, policy: given.policy },
          gateway: { policy: given.gateway, clusters: given.clusters, passesUsage: given.passesUsage },
          host: { policy: given.host, replicas: given.replicas },
          engine: { id: "vllm", block: given.block },
          model: { ...base.model, memory: null },
          seed: given.seed,
        };
        const requests = readRequests(talkRequests(talks, turns));
        const steps = walkRequests(requests, settings);
        expect(steps).toHaveLength(requests.length);
        for (const step of steps) {
          expect(step.read).toBeLessThanOrEqual(step.reachable);
          expect(step.read % given.block).toBe(0);
          expect(step.reported).toBe(given.passesUsage ? step.read : 0);
          expect(step.cost ?? 0).toBeLessThanOrEqual((step.costWithoutCache ?? 0) + 1e-12);
          expect(step.vendor).toBeLessThan(base.router.vendors.length);
          expect(step.cluster).toBeLessThan(given.clusters);
          expect(step.replica).toBeLessThan(given.replicas);
        }
        expect(walkRequests(requests, settings)).toEqual(steps);
      },
    ),
    { numRuns: 60 },
  );
});

it("keeps one conversation together where every layer does", () => {
  const { requests, settings } = findScene("agents") ?? fail();
  const one = readRequests(requests.filter(({ conversation }) => conversation === "talk 1"));
  const together = walkRequests(one, keepTogether(settings));
  expect(together.map(({ read, reachable }) => read === reachable)).not.toContain(false);
  expect(warmShareOf(together)).toBeCloseTo(5 / 6);
});

it("makes a crowd that shares the beginning alone", () => {
  const crowd = crowdOf(talkRequests(1, 2), 3);
  expect(crowd).toHaveLength(6);
  const first = new Set(crowd.map(({ segments }) => segments[0]?.id));
  const second = new Set(crowd.map(({ segments }) => segments[1]?.id));
  expect([first.size, second.size]).toEqual([1, 3]);
});

it("implies prices that cost what was measured", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (cold, share) => {
      const { input, readMultiplier } = impliedPrices({ prompt: 1000, read: 800, cold, warm: cold * share });
      const warm = ((input ?? 0) * (200 + 800 * readMultiplier)) / 1e6;
      expect(warm).toBeCloseTo(cold * share, 9);
    }),
  );
});

function fail(): never {
  throw new Error("A scene is missing.");
}

/** Walks read no more than one cache would give, memories bound them, and mending a layer does what it says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawCapacityCurve } from "./capacity-curve";
import { addSteps, listMends } from "./layer-answers";
import { keepTogether, type LayerSettings } from "./layer-settings";
import { listPinSettings } from "./pin-settings";
import { crowdOf, impliedPrices, readRequests, sameRequests, talkRequests } from "./scene";
import { findScene } from "./scenes";
import { withArchitecture, withEngine } from "./switch-engine";
import { walkRequests } from "./walk";
import { warmShareOf } from "./warm-share";

function fail(): never {
  throw new Error("A scene is missing.");
}

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

it("tells a first request from one whose beginning is known but kept nowhere", () => {
  const { settings } = findScene("six-calls-pinned") ?? fail();
  const requests = readRequests([...sameRequests(2, 500), ...talkRequests(1, 1)]);
  const steps = walkRequests(requests, { ...settings, engine: { id: "vllm", block: 528 } });
  expect(steps.map(({ isFirst, reachable }) => [isFirst, reachable])).toEqual(
    steps.map(({ prompt }, order) => [prompt !== 500 || order === 0, 0]),
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
  const alone = crowdOf(sameRequests(1, 100), 3);
  expect(new Set(alone.map(({ segments }) => segments[0]?.id)).size).toBe(3);
});

it("reads more of a crowd the more memory there is, and all that can be read with all of it", () => {
  const { settings } = findScene("agents") ?? fail();
  const talk = talkRequests(1, 5);
  for (const id of ["vllm", "sglang"] as const) {
    const engine = { id, block: 16 };
    const points = drawCapacityCurve(talk, { ...settings, engine }, 6);
    const shares = points.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(points.map(({ memory }) => memory)).toEqual(
      points.map(({ memory }) => memory).toSorted((a, b) => a - b),
    );
    const endless = walkRequests(readRequests(crowdOf(talk, 6)), {
      ...keepTogether(settings),
      gateway: { ...settings.gateway, policy: "affinity", clusters: 1 },
      host: { policy: "sticky", replicas: 1 },
      engine,
      model: { ...settings.model, memory: null },
    });
    expect(shares.at(-1)).toBeCloseTo(addSteps(endless).read / addSteps(endless).prompt, 2);
    expect(shares[0]).toBeLessThan(shares.at(-1) ?? 0);
  }
});

describe("a hybrid model", () => {
  const { requests, settings } = findScene("agents") ?? fail();
  const hybrid = withArchitecture(keepTogether(settings), "qwen3.5-4b");

  it("makes vLLM take its blocks, and another model gives them back", () => {
    expect(hybrid.engine.block).toBe(528);
    expect(withArchitecture(hybrid, "qwen3.5-397b-a17b").engine.block).toBe(2096);
    expect(withArchitecture(hybrid, "llama-3.1-8b").engine.block).toBe(16);
    expect(withEngine(withEngine(hybrid, "sglang"), "vllm").engine).toEqual({ id: "vllm", block: 528 });
    expect(withEngine(hybrid, "sglang").engine.block).toBe(1);
    // One that was set by hand stays.
    const set = { ...settings, engine: { ...settings.engine, block: 64 } };
    expect(withArchitecture(set, "llama-3.1-8b").engine.block).toBe(64);
  });

  it("is never read where the prompt is shorter than a block, and in whole blocks where it is not", () => {
    const short = walkRequests(readRequests(sameRequests(4, 500)), hybrid);
    expect(short.map(({ read }) => read)).toEqual([0, 0, 0, 0]);
    for (const { read } of walkRequests(readRequests(requests), hybrid)) expect(read % 528).toBe(0);
  });

  it("reads less of a crowd at any memory than blocks of 16 would, and none of short prompts", () => {
    const talk = talkRequests(1, 5);
    const [large, small] = [hybrid, { ...hybrid, engine: { ...hybrid.engine, block: 16 } }].map(
      (each) => drawCapacityCurve(talk, each, 4).at(-1)?.share ?? Number.NaN,
    );
    expect(large).toBeLessThan(small ?? 0);
    expect(large).toBeGreaterThan(0.5);
    const none = drawCapacityCurve(sameRequests(3, 500), hybrid, 4);
    expect(none.map(({ share }) => share)).toEqual(none.map(() => 0));
  });
});

describe("mends", () => {
  it("of three layers that lose: each saves, and all together most", () => {
    const { requests, settings } = findScene("agents") ?? fail();
    const mends = listMends(readRequests(requests), settings);
    expect(mends[0]?.id).toBe("all");
    expect(mends.map(({ id }) => id).toSorted()).toEqual([
      "affinity",
      "all",
      "pin-0",
      "pin-1",
      "pin-2",
      "sticky",
    ]);
    const [best] = mends;
    const done = addSteps(walkRequests(readRequests(requests), best?.settings ?? settings));
    expect(done).toEqual(best?.totals);
    const before = addSteps(walkRequests(readRequests(requests), settings));
    expect(best?.saves).toBeCloseTo((before.cost ?? 0) - (done.cost ?? 0), 12);
  });

  it("of the six calls: pinned to the cheap vendor they cost 7.46 times less; then nothing is left to mend", () => {
    const { requests, settings } = findScene("six-calls") ?? fail();
    const read = readRequests(requests);
    const [best] = listMends(read, settings);
    expect(best?.id).toBe("pin-1");
    expect(best?.saves).toBeCloseTo(0.015953 - 0.002139, 9);
    const after = listMends(read, best?.settings ?? settings);
    expect(after.every(({ saves }) => (saves ?? 0) < 0)).toBe(true);
  });

  it("say nothing of money where a price is not known", () => {
    const { requests, settings } = findScene("uniform") ?? fail();
    const vendors = settings.router.vendors.map((vendor) => ({ ...vendor, input: null }));
    const mends = listMends(readRequests(requests), { ...settings, router: { ...settings.router, vendors } });
    expect(mends.map(({ saves }) => saves)).toEqual([null, null, null, null]);
  });
});

it("gives settings that pin as what their language is", () => {
  for (const { language, text, source } of listPinSettings('a "vendor"')) {
    if (language === "json") expect(JSON.parse(text)).toBeTypeOf("object");
    expect(source).toMatch(/^https:/);
  }
  expect(JSON.parse(listPinSettings("vendor-b")[0]?.text ?? "")).toEqual({
    provider: { order: ["vendor-b"], allow_fallbacks: false },
  });
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

/** Bands of seconds hold what was measured, and grow neither narrower nor longer than reads allow. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  averageFirstTokens,
  estimateOwn,
  estimateRented,
  findGpu,
  GPUS,
  MEASURED_PREFILL,
  MEASURED_SERVICES,
  measuredUse,
} from "./first-token";
import { findArchitecture } from "./kv-bytes";

const qwen = findArchitecture("qwen2.5-32b");
const hardware = { gpu: "h100", count: 1 };

describe("rented", () => {
  it.each(MEASURED_SERVICES.flatMap(({ name, points }) => points.map((point) => ({ name, ...point }))))(
    "$name, $prompt tokens: the band holds $cold s cold and $warm s warm",
    ({ prompt, cold, warm }) => {
      const [before, after] = [estimateRented(0, prompt), estimateRented(prompt, prompt)];
      expect(before.low).toBeLessThanOrEqual(cold + 1e-9);
      expect(before.high).toBeGreaterThanOrEqual(cold - 1e-9);
      // Published in tenths of a second.
      expect(after.low).toBeLessThanOrEqual(warm + 0.05);
      expect(after.high).toBeGreaterThanOrEqual(warm - 0.05);
    },
  );

  it("published by Anthropic as 79 % and 31 % less, by Moonshot as 83 %", () => {
    const less = MEASURED_SERVICES.flatMap(({ points }) =>
      points.map(({ cold, warm }) => Math.round((1 - warm / cold) * 100)),
    );
    expect(less).toEqual([31, 79, 83]);
  });
});

describe("on one's own hardware", () => {
  it("prefills came to 33 to 75 % of an H100: 746 TFLOP/s in the shorter time published for 1,024 tokens of a 32B model", () => {
    const { low, high } = measuredUse();
    // From 67.2 operations, rounded.
    expect(high * findGpu("h100").teraflops).toBeCloseTo(746, -1);
    expect(high).toBeCloseTo(0.755, 2);
    expect(low).toBeCloseTo(0.334, 2);
  });

  it("the band holds what was measured of a shared beginning", () => {
    const [one, two] = MEASURED_PREFILL.saved;
    for (const { tokens, seconds } of [one ?? fail(), two ?? fail()]) {
      const band = estimateOwn(qwen, hardware, 0, tokens);
      expect(band.low).toBeLessThanOrEqual(seconds + 1e-9);
      expect(band.high).toBeGreaterThanOrEqual(seconds - 1e-9);
    }
    expect(MEASURED_PREFILL.cold - MEASURED_PREFILL.warm).toBeCloseTo(two?.seconds ?? 0, 12);
  });

  it("two GPUs take half as long as one", () => {
    const one = estimateOwn(qwen, hardware, 1000, 5000);
    const two = estimateOwn(qwen, { ...hardware, count: 2 }, 1000, 5000);
    expect(two.low).toBeCloseTo(one.low / 2, 12);
    expect(two.high).toBeCloseTo(one.high / 2, 12);
  });

  it("every GPU comes with its source", () => {
    for (const { source, asOf } of GPUS) expect([source, asOf].join(" ")).toMatch(/^https:\S+ \d{4}/);
  });
});

it("is a band that reads make no longer", () => {
  const tokens = fc.integer({ min: 1, max: 200_000 });
  fc.assert(
    fc.property(tokens, fc.double({ min: 0, max: 1, noNaN: true }), (prompt, share) => {
      const read = Math.floor((prompt - 1) * share);
      for (const estimate of [
        estimateRented,
        (cached: number, all: number) => estimateOwn(qwen, hardware, cached, all),
      ]) {
        const averaged = averageFirstTokens([{ read, prompt }], estimate) ?? fail();
        expect(averaged.walked.low).toBeGreaterThan(0);
        expect(averaged.walked.low).toBeLessThan(averaged.walked.high);
        expect(averaged.walked.low).toBeLessThanOrEqual(averaged.cold.low);
        expect(averaged.walked.high).toBeLessThanOrEqual(averaged.cold.high);
      }
    }),
  );
  expect(averageFirstTokens([], estimateRented)).toBeNull();
});

function fail(): never {
  throw new Error("It is missing.");
}

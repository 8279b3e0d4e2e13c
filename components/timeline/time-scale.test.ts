/** Bars stand true to time, do not overlap, and fit where they can. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { layTimeScale, type TimeScaleInput } from "./time-scale";

const margin = { left: 76, right: 176 };
const lay = (starts: readonly number[], more: Partial<TimeScaleInput> = {}) =>
  layTimeScale({
    starts,
    until: Math.max(60, (starts.at(-1) ?? 0) + 20),
    available: 1000,
    margin,
    zoom: 1,
    ...more,
  });

it("uses what is available when there is room for it", () => {
  const scale = lay([0, 50, 120]);
  expect(scale.width).toBe(1000);
  expect(scale.x(0)).toBe(76);
  expect(scale.x(100) - scale.x(50)).toBeCloseTo(scale.x(50) - scale.x(0));
});

it("grows wider than what is available rather than draw bars over each other", () => {
  const starts = Array.from({ length: 2000 }, (_, index) => index * 20);
  const scale = lay(starts);
  expect(scale.width).toBeGreaterThan(10_000);
  expect(scale.barX(1) - scale.barX(0)).toBeGreaterThanOrEqual(scale.barWidth);
});

it("puts requests of one instant side by side around it", () => {
  const scale = lay([0, 60, 60, 60, 120]);
  expect(scale.barX(2)).toBeCloseTo(scale.x(60));
  expect(scale.barX(3) - scale.barX(2)).toBeGreaterThan(scale.barWidth);
  expect(scale.barX(2) - scale.barX(1)).toBeCloseTo(scale.barX(3) - scale.barX(2));
});

it("zooms in", () => {
  expect(lay([0, 50], { zoom: 4 }).pixelsPerSecond).toBeCloseTo(4 * lay([0, 50]).pixelsPerSecond);
});

it("has ticks a reader can tell apart, at any span", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 8 }), (until, zoom) => {
      const scale = lay([0], { until, zoom });
      const [first, second] = scale.ticks;
      expect(first).toBe(0);
      if (second !== undefined) expect(scale.x(second) - scale.x(0)).toBeGreaterThanOrEqual(60);
    }),
  );
});

it("stays finite where everything starts at once", () => {
  const scale = lay([0, 0, 0], { until: 0 });
  expect(Number.isFinite(scale.width)).toBe(true);
  expect(scale.barX(2)).toBeGreaterThan(scale.barX(0));
});

it("keeps bars apart beside an hour's pause", () => {
  const scale = lay([0, 1, 3600], { until: 3700 });
  expect(scale.barX(1) - scale.barX(0)).toBeGreaterThanOrEqual(scale.barWidth);
});

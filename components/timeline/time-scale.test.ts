/** Bars stand true to time, do not overlap, and fit where they can; the axis reaches what matters. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findReach, layTimeScale, spreadPlaces, type TimeScaleInput } from "./time-scale";

const margin = { left: 52, right: 24 };
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
  expect(scale.x(100) - scale.x(50)).toBeCloseTo(scale.x(50) - scale.x(0));
  for (const [index, start] of [0, 50, 120].entries()) expect(scale.barX(index)).toBeCloseTo(scale.x(start));
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
  expect(scale.companyOf(2)).toEqual({ first: 1, size: 3 });
});

it("takes narrower bars before it moves one aside", () => {
  expect(lay([0, 10, 600]).barX(1)).toBeCloseTo(lay([0, 10, 600]).x(10), 0);
  expect(lay([0, 10, 600]).barWidth).toBeLessThan(lay([0, 300, 600]).barWidth);
});

it("zooms in", () => {
  expect(lay([0, 50], { zoom: 4 }).pixelsPerSecond).toBeCloseTo(4 * lay([0, 50]).pixelsPerSecond);
});

it("keeps room behind the last request for labels", () => {
  const scale = lay([0, 50, 120], { behind: 200 });
  expect(scale.width - margin.right - scale.barX(2)).toBeGreaterThanOrEqual(199);
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

it("never draws bars over each other, before the axis or beyond the drawing", () => {
  const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(4000)), { maxLength: 80 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 320, max: 1600 }), (drawn, available) => {
      let at = 0;
      const starts = drawn.map((gap) => {
        at += gap;
        return at;
      });
      const scale = lay(starts, { available });
      for (const [index] of starts.entries()) {
        const x = scale.barX(index);
        expect(x - scale.barWidth / 2).toBeGreaterThanOrEqual(margin.left);
        expect(x + scale.barWidth / 2).toBeLessThanOrEqual(scale.width);
        if (index > 0) expect(x - scale.barX(index - 1)).toBeGreaterThanOrEqual(scale.barWidth);
      }
    }),
  );
});

it("moves no more than it must", () => {
  expect(spreadPlaces([10, 50, 90], 10, 0)).toEqual([10, 50, 90]);
  expect(spreadPlaces([10, 50, 50, 90], 10, 0)).toEqual([10, 45, 55, 90]);
  expect(spreadPlaces([10, 10, 10], 10, 5)).toEqual([5, 15, 25]);
});

it.each([
  ["no entry", 240, null, { until: 260, beyond: null }],
  ["entries that end with the conversation", 240, 540, { until: 561.6, beyond: null }],
  ["one request alone", 0, 300, { until: 315, beyond: null }],
  ["an hour behind five minutes", 300, 3900, { until: 375, beyond: 3900 }],
  ["an hour behind two", 7200, 10_800, { until: 11_232, beyond: null }],
] as const)("reaches far enough for %s", (_, last, end, reach) => {
  expect(findReach(last, end)).toEqual(reach);
});

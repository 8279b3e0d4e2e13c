/** The time axis is true to time and never lets two bars overlap. */
import { expect, it } from "vitest";
import { layTimeScale } from "./time-scale";

const margin = { left: 70, right: 170 };

it("fits the span into the room there is", () => {
  const scale = layTimeScale([0, 60, 120], 150, 1000, margin);
  expect(scale.x(0)).toBe(70);
  expect(scale.x(150)).toBeCloseTo(1000 - 170);
  expect(scale.width).toBe(1000);
});

it("widens the drawing rather than let bars overlap", () => {
  const scale = layTimeScale([0, 1, 3600], 3700, 1000, margin);
  expect(scale.x(1) - scale.x(0)).toBeGreaterThanOrEqual(scale.barWidth);
});

it("keeps requests that start together at one place and stays finite", () => {
  const scale = layTimeScale([0, 0, 0], 0, 1000, margin);
  expect(Number.isFinite(scale.width)).toBe(true);
  expect(scale.barWidth).toBeGreaterThan(0);
});

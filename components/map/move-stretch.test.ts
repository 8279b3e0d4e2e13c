/** The axis by keys: nearer, farther, along, and never beyond its ends. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { moveStretch } from "./move-stretch";
import type { Stretch } from "./token-scale";

const ALL = { from: 0, to: 8000 };
const press = (shown: Stretch, key: string, isShift = false) => moveStretch(shown, 8000, key, isShift);

it("shows half as much about the same middle, and twice as much again", () => {
  expect(press(ALL, "+")).toEqual({ from: 2000, to: 6000 });
  expect(press({ from: 2000, to: 6000 }, "=")).toEqual({ from: 3000, to: 5000 });
  expect(press({ from: 3000, to: 5000 }, "-")).toEqual({ from: 2000, to: 6000 });
  expect(press({ from: 2000, to: 6000 }, "-")).toBeNull();
  expect(press({ from: 3000, to: 5000 }, "0")).toBeNull();
});

it("moves along with Shift and an arrow, and stops at the ends", () => {
  expect(press({ from: 2000, to: 6000 }, "ArrowRight", true)).toEqual({ from: 3000, to: 7000 });
  expect(press({ from: 4000, to: 8000 }, "ArrowRight", true)).toEqual({ from: 4000, to: 8000 });
  expect(press({ from: 500, to: 4500 }, "ArrowLeft", true)).toEqual({ from: 0, to: 4000 });
  expect(press({ from: 2000, to: 6000 }, "ArrowRight")).toBeUndefined();
});

it("stays within the axis, whatever is pressed", () => {
  const keys = fc.array(fc.constantFrom("+", "-", "ArrowLeft", "ArrowRight"), { maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 1_000_000 }), keys, (longest, pressed) => {
      let shown: Stretch = { from: 0, to: longest };
      for (const key of pressed) {
        shown = moveStretch(shown, longest, key, key.startsWith("Arrow")) ?? { from: 0, to: longest };
        expect(shown.from).toBeGreaterThanOrEqual(0);
        expect(shown.to).toBeLessThanOrEqual(longest);
        expect(shown.to - shown.from).toBeGreaterThanOrEqual(16);
      }
    }),
  );
});

/** A card covers what it tells of only where the screen leaves it no other place, and never leaves the screen. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { placeCard } from "./place-card";

const screen = { width: 1000, height: 700 };
const card = { width: 240, height: 180 };

it.each([
  ["right of it", { left: 100, top: 100, width: 20, height: 200 }, { left: 128, top: 100 }],
  ["left, at the right edge", { left: 900, top: 100, width: 20, height: 200 }, { left: 652, top: 100 }],
  ["up from the lower edge", { left: 100, top: 650, width: 20, height: 40 }, { left: 128, top: 516 }],
  ["below what is wide", { left: 0, top: 20, width: 1000, height: 20 }, { left: 380, top: 48 }],
  [
    "below a lane that leaves room beside it",
    { left: 100, top: 100, width: 200, height: 20 },
    { left: 80, top: 128 },
  ],
  ["above what is wide and low", { left: 0, top: 600, width: 1000, height: 20 }, { left: 380, top: 412 }],
])("stands %s", (_, anchor, place) => {
  expect(placeCard(anchor, card, screen)).toEqual(place);
});

it("is on the screen, and beside a bar on any screen that has room for both", () => {
  const anchors = fc.record({
    left: fc.integer({ min: 0, max: 900 }),
    top: fc.integer({ min: 0, max: 600 }),
    width: fc.integer({ min: 1, max: 100 }),
    height: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(anchors, (anchor) => {
      const { left, top } = placeCard(anchor, card, screen);
      expect(left >= 0 && top >= 0 && left + card.width <= 1000 && top + card.height <= 700).toBe(true);
      const apart =
        left >= anchor.left + anchor.width ||
        left + card.width <= anchor.left ||
        top >= anchor.top + anchor.height ||
        top + card.height <= anchor.top;
      expect(apart).toBe(true);
    }),
  );
});

/** What is on the screen is drawn, and the selected request always. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { listVisible, visibleSpan } from "./list-visible";

it("agrees with looking at every bar", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(500), { minLength: 1, maxLength: 60 }),
      fc.nat(500),
      fc.nat(300),
      fc.nat(59),
      (drawn, from, length, kept) => {
        const places = drawn.toSorted((a, b) => a - b);
        const scale = { barX: (index: number) => places[index] ?? Number.NaN };
        const selected = Math.min(kept, places.length - 1);
        const range = { from, to: from + length };
        const plain = [...places.keys()].filter((index) => {
          const x = places[index] ?? Number.NaN;
          return index === selected || (x >= range.from && x <= range.to);
        });
        expect(listVisible(scale, places.length, range, selected)).toEqual(plain);
      },
    ),
  );
});

it("a line reaches one bar beyond either edge", () => {
  const scale = { barX: (index: number) => index * 10 };
  expect(visibleSpan(scale, 100, { from: 205, to: 295 })).toEqual({ first: 20, last: 30 });
  expect(visibleSpan(scale, 100, { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY })).toEqual({
    first: 0,
    last: 99,
  });
});

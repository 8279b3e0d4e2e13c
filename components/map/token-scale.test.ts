/** The axis of tokens: to scale, zoomed, folded, and always in the order of the tokens. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findCommonStart } from "./find-common-start";
import { createTokenScale, nameTick, STUB } from "./token-scale";

it("keeps the order of tokens, inside its ends, however it is zoomed or folded", () => {
  const longest = fc.integer({ min: 1, max: 2_000_000 });
  fc.assert(
    fc.property(
      longest,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      (tokens, share, isFolded) => {
        const from = Math.floor(tokens * share * 0.9);
        const scale = createTokenScale({
          longest: tokens,
          left: 100,
          right: 700,
          ...(isFolded ? { fold: from } : { zoom: { from, to: tokens } }),
        });
        const places = [0, from, (from + tokens) / 2, tokens, tokens * 2].map(scale.x);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const x of places) {
          expect(x).toBeGreaterThanOrEqual(100);
          expect(x).toBeLessThanOrEqual(700.0001);
        }
        const middle = (from + tokens) / 2;
        // Places are given in twentieths of a pixel; a stub is far more tokens a pixel.
        const begin = isFolded ? 100 + STUB : 100;
        const aPart = (tokens - from) / (700 - begin) / 20;
        expect(Math.abs(scale.tokensAt(scale.x(middle)) - middle)).toBeLessThanOrEqual(aPart);
      },
    ),
  );
});

it("a token more moves nothing of a long conversation", () => {
  const [before, after] = [200_000, 200_001].map((longest) =>
    createTokenScale({ longest, left: 104, right: 598 }),
  );
  const bounds = [1_500, 50_000, 199_999];
  expect(bounds.map((tokens) => after?.x(tokens + 1))).toEqual(bounds.map((tokens) => before?.x(tokens)));
  expect(after?.ticks.map((tick) => after.x(tick))).toEqual(before?.ticks.map((tick) => before.x(tick)));
});

it("a folded beginning is a stub of its own, and the rest has the room", () => {
  const scale = createTokenScale({ longest: 10_000, left: 100, right: 700, fold: 8_000 });
  expect(scale.x(8_000)).toBe(100 + STUB);
  expect(scale.x(9_000) - scale.x(8_000)).toBeCloseTo((600 - STUB) / 2);
  expect(scale.ticks[0]).toBe(0);
});

it.each([
  [0, "0"],
  [500, "500"],
  [1500, "1.5k"],
  [12_000, "12k"],
  [1_250_000, "1.25M"],
])("%d tokens are called %s", (tokens, name) => expect(nameTick(tokens)).toBe(name));

it("what all requests begin with is found, and folded only where it is most of the prompt", () => {
  const turn = (bounds: number[]) => ({ bounds, ledger: { prompt: bounds.at(-1) ?? 0 } as never });
  expect(
    findCommonStart([turn([8000, 8100]), turn([8000, 8100, 8200]), turn([8000, 8100, 8200, 8300])]),
  ).toBe(8000);
  expect(findCommonStart([turn([100, 8100]), turn([100, 8100, 9000])])).toBe(0);
  expect(findCommonStart([turn([8000, 8100]), turn([7000, 8100])])).toBe(0);
});

/** Draws repeat with their seed, lie in [0, 1), and come as often as their probability says. */
import { expect, it } from "vitest";
import { draw } from "./random";

const draws = (seed: number) => Array.from({ length: 10_000 }, (_, index) => draw(seed, index));

it.each([0, 1, -7, 123_456_789])("seed %i", (seed) => {
  const drawn = draws(seed);
  expect(draws(seed)).toEqual(drawn);
  expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
  for (const probability of [0.1, 0.5, 0.9]) {
    const share = drawn.filter((one) => one < probability).length / drawn.length;
    expect(Math.abs(share - probability)).toBeLessThan(0.03);
  }
});

it("gives other numbers with another seed", () => {
  const same = draws(2).filter((one, index) => one < 0.5 === draw(1, index) < 0.5).length;
  expect(same).toBeGreaterThan(4500);
  expect(same).toBeLessThan(5500);
});

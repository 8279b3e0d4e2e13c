/** Break-even is where the balance turns and stays positive; one read pays at 1.25 and 0.1. */
import { expect, it } from "vitest";
import { findBreakEven, readsToBreakEven } from "./break-even";

const row = (cost: number | null, costWithoutCache: number | null) => ({ cost, costWithoutCache });

it.each([
  ["a write, then a read", [row(1.25, 1), row(0.1, 1)], 1],
  ["one write alone never pays", [row(1.25, 1)], null],
  ["a balance that turns back counts from the last turn", [row(0.5, 1), row(2, 1), row(0.1, 1)], 2],
  ["no cache at all is even from the start", [row(1, 1), row(1, 1)], 0],
  ["an unknown price gives no answer", [row(1, 1), row(null, 1)], null],
])("%s", (_name, rows, expected) => {
  expect(findBreakEven(rows)).toBe(expected);
});

it("needs 0.28 reads per write at 125 % and 10 %", () => {
  expect(readsToBreakEven({ input: 2.5, create5m: 3.125, read: 0.25 })).toBeCloseTo(0.2778, 4);
});

it("says nothing where a price is unknown or reads save nothing", () => {
  expect(readsToBreakEven({ input: 2.5, create5m: null, read: 0.25 })).toBeNull();
  expect(readsToBreakEven({ input: 2.5, create5m: 3, read: 2.5 })).toBeNull();
});

it("takes the price of an hour for what lives longer than five minutes", () => {
  const price = { input: 1.5, create5m: 1.875, create1h: 3, read: 0.075 };
  expect(readsToBreakEven(price)).toBeCloseTo(0.2632, 4);
  expect(readsToBreakEven(price, 3600)).toBeCloseTo(1.0526, 4);
  expect(readsToBreakEven({ ...price, create1h: null }, 3600)).toBeNull();
});

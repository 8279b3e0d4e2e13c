/** Break-even is where the balance turns and stays positive; one read pays at 1.25 and 0.1. */
import { expect, it } from "vitest";
import { findOffer } from "../offers/model-studio-offer";
import { findBand } from "../offers/offer";
import { billRequest } from "./bill";
import { findBreakEven, ratesOfEntry, readsToBreakEven } from "./break-even";

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
  expect(readsToBreakEven({ uncached: 2.5, written: 3.125, read: 0.25 })).toBeCloseTo(0.2778, 4);
});

it("needs more than one where what is written lives an hour", () => {
  expect(readsToBreakEven({ uncached: 1.5, written: 3, read: 0.075 })).toBeCloseTo(1.0526, 4);
});

it("says nothing where a rate is unknown or reads save nothing", () => {
  expect(readsToBreakEven({ uncached: 2.5, written: null, read: 0.25 })).toBeNull();
  expect(readsToBreakEven({ uncached: 2.5, written: 3, read: 2.5 })).toBeNull();
});

it.each(["read", "read:implicit"] as const)("never mixes the write with another cache's read: %s", (read) => {
  const band = findBand(findOffer("qwen3.7-max", "intl").tariff, 10_000);
  const lines = [
    { kind: read, tokens: 0 },
    { kind: "write:300", tokens: 0 },
    { kind: "input", tokens: 10_000 },
  ] as const;
  const rates = ratesOfEntry(billRequest(lines, band).lines, band);
  expect(rates).toMatchObject({ uncached: 2.5, written: 3.125, read: 0.25 });
  expect(readsToBreakEven(rates)).toBeCloseTo(0.2778, 4);
});

it("of a request without a marker whose size has no price says nothing", () => {
  const { lines } = billRequest([{ kind: "read:implicit", tokens: 0 }], null);
  expect(readsToBreakEven(ratesOfEntry(lines, null))).toBeNull();
});

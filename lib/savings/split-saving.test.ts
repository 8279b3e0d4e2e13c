/** What several measures save is counted once: the parts sum to the whole, in whichever order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_SPLIT, splitSaving } from "./split-saving";

const orders = ["shapley", "in-order", "reversed"] as const;
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

/** Costs of every set of one to eight measures, up to a million in the unit of 10⁻⁹. */
const costs = fc
  .integer({ min: 1, max: MOST_SPLIT })
  .chain((count) =>
    fc.array(fc.integer({ min: 0, max: 10 ** 15 }), { minLength: 2 ** count, maxLength: 2 ** count }),
  );

/** By definition: the average over every order, one after the other. */
function averageOrders(table: readonly number[], count: number): number[] {
  const totals = Array.from({ length: count }, () => 0);
  let orderCount = 0;
  const walk = (set: number, gains: readonly number[]): void => {
    if (set === table.length - 1) {
      orderCount++;
      gains.forEach((gain, index) => {
        totals[index] = (totals[index] ?? 0) + gain;
      });
    }
    for (let next = 0; next < count; next++) {
      if (set & (1 << next)) continue;
      const gain = (table[set] ?? 0) - (table[set | (1 << next)] ?? 0);
      walk(set | (1 << next), gains.with(next, gain));
    }
  };
  walk(
    0,
    Array.from({ length: count }, () => 0),
  );
  return totals.map((total) => total / orderCount);
}

describe.each(orders)("%s", (order) => {
  it("sums to the whole exactly, whatever the sets cost", () => {
    fc.assert(
      fc.property(costs, (table) => {
        expect(sum(splitSaving(table, order))).toBe((table[0] ?? 0) - (table.at(-1) ?? 0));
      }),
    );
  });

  it("gives a measure that changes nothing nothing", () => {
    fc.assert(
      fc.property(costs, (table) => {
        const doubled = [...table, ...table];
        expect(splitSaving(doubled, order).at(-1)).toBe(0);
      }),
    );
  });
});

it("is the average over all orders, rounded to whole units", () => {
  const small = fc
    .integer({ min: 1, max: 5 })
    .chain((count) =>
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2 ** count, maxLength: 2 ** count }),
    );
  fc.assert(
    fc.property(small, (table) => {
      const parts = splitSaving(table, "shapley");
      const exact = averageOrders(table, parts.length);
      parts.forEach((part, index) => {
        expect(Math.abs(part - (exact[index] ?? 0))).toBeLessThan(1);
      });
    }),
    { numRuns: 50 },
  );
});

it("counts what two measures both save once: half each, or all to the first", () => {
  const costs = [100, 40, 40, 40];
  expect(splitSaving(costs, "shapley")).toEqual([30, 30]);
  expect(splitSaving(costs, "in-order")).toEqual([60, 0]);
  expect(splitSaving(costs, "reversed")).toEqual([0, 60]);
});

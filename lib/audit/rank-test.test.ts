/** The rank test against published critical values and what must hold of any samples. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRanks } from "./rank-test";

/** Two samples without ties whose U is the one asked for. */
function samplesWith(n: number, m: number, u: number): [number[], number[]] {
  const higher = Array.from({ length: m }, (_, index) => index + 1);
  const lower = Array.from({ length: n }, (_, index) => {
    const own = Math.min(m, Math.max(0, u - index * m));
    return own + (n - index) / (2 * n + 1);
  });
  return [lower, higher];
}

// Largest U that is significant, from the tables of critical values in every textbook; one-sided.
describe.each([
  { n: 3, m: 3, alpha: 0.05, critical: 0 },
  { n: 4, m: 4, alpha: 0.025, critical: 0 },
  { n: 5, m: 5, alpha: 0.05, critical: 4 },
  { n: 5, m: 5, alpha: 0.025, critical: 2 },
  { n: 5, m: 5, alpha: 0.01, critical: 1 },
  { n: 5, m: 10, alpha: 0.025, critical: 8 },
  { n: 8, m: 8, alpha: 0.025, critical: 13 },
  { n: 10, m: 10, alpha: 0.05, critical: 27 },
  { n: 10, m: 10, alpha: 0.025, critical: 23 },
  { n: 10, m: 10, alpha: 0.01, critical: 19 },
  { n: 20, m: 20, alpha: 0.025, critical: 127 },
])("n $n, m $m at $alpha", ({ n, m, alpha, critical }) => {
  it(`is significant up to ${critical}`, () => {
    const at = compareRanks(...samplesWith(n, m, critical));
    const beyond = compareRanks(...samplesWith(n, m, critical + 1));
    expect(at).toMatchObject({ u: critical, exact: true });
    expect(beyond.u).toBe(critical + 1);
    expect(at.p).toBeLessThanOrEqual(alpha);
    expect(beyond.p).toBeGreaterThan(alpha);
  });
});

it("counts arrangements: 1 of 252, 2 of 252, 4 of 252", () => {
  const chances = [0, 1, 2].map((u) => compareRanks(...samplesWith(5, 5, u)).p * 252);
  for (const [index, count] of [1, 2, 4].entries()) expect(chances[index]).toBeCloseTo(count, 9);
});

it("comes near the exact chance where it approximates", () => {
  const [lower, higher] = samplesWith(15, 15, 56);
  const exact = compareRanks(lower, higher);
  // Twice the values of one sample are too many to be counted.
  const many = compareRanks(...samplesWith(30, 15, 112));
  expect(exact.exact).toBe(true);
  expect(many.exact).toBe(false);
  // A tie of two far from the other sample changes neither U nor, by much, the chance.
  const tied = compareRanks([...lower.slice(0, -1), lower.at(-2) ?? 0], higher);
  expect(tied.exact).toBe(false);
  expect(Math.abs(tied.p - compareRanks(...samplesWith(15, 15, tied.u)).p)).toBeLessThan(0.002);
});

it("says nothing of equal values or of none", () => {
  expect(compareRanks([], [1, 2]).p).toBe(1);
  expect(compareRanks([3, 3, 3], [3, 3, 3]).p).toBe(1);
});

it("is a probability that only the order decides, and both sides share", () => {
  const sample = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 24 });
  fc.assert(
    fc.property(sample, fc.nat(), (values, cut) => {
      const at = 1 + (cut % (values.length - 1));
      const [one, other] = [values.slice(0, at), values.slice(at)];
      const [there, back] = [compareRanks(one, other), compareRanks(other, one)];
      expect(there.p).toBeGreaterThan(0);
      expect(there.p).toBeLessThanOrEqual(1);
      expect(there.u + back.u).toBe(one.length * other.length);
      // Without ties both contain the outcome itself.
      expect(there.p + back.p).toBeGreaterThan(1);
      const grown = compareRanks(
        one.map((value) => value ** 3),
        other.map((value) => value ** 3),
      );
      expect(grown).toEqual(there);
    }),
  );
});

/** Whether one sample tends to be lower than another: the Mann-Whitney U test, one-sided. */

export interface RankTest {
  /** Pairs in which the value of the first sample is the higher one; a tie counts half. */
  readonly u: number;
  /** How often chance alone gives a `u` as small. */
  readonly p: number;
  /** False where `p` comes from the normal approximation: with ties, or many values. */
  readonly exact: boolean;
}

/** More arrangements than this would not be counted exactly in a double. */
const MOST_VALUES = 40;

/**
 * In how many arrangements of n and m values each U occurs: the coefficients of the Gaussian binomial, as the product of
 * (1 - q^(m+i)) / (1 - q^i) for i from 1 to n.
 */
function countArrangements(n: number, m: number): number[] {
  const counts = new Array<number>(n * m + 1).fill(0);
  counts[0] = 1;
  for (let i = 1; i <= n; i++) {
    for (let u = n * m; u >= m + i; u--) counts[u] = (counts[u] ?? 0) - (counts[u - m - i] ?? 0);
    for (let u = i; u <= n * m; u++) counts[u] = (counts[u] ?? 0) + (counts[u - i] ?? 0);
  }
  return counts;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function chanceExactly(n: number, m: number, u: number): number {
  const counts = countArrangements(n, m);
  return sum(counts.slice(0, u + 1)) / sum(counts);
}

/** Share of the normal distribution below z, to 1e-7: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? tail : 1 - tail;
}

/** How many values are equal to each other, group by group. */
function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size > 1);
}

function chanceNearly(n: number, m: number, u: number, ties: readonly number[]): number {
  const all = n + m;
  const lost = sum(ties.map((size) => size ** 3 - size)) / (all * (all - 1));
  const variance = ((n * m) / 12) * (all + 1 - lost);
  return variance <= 0 ? 1 : normalBelow((u - (n * m) / 2 + 0.5) / Math.sqrt(variance));
}

/**
 * Tests whether `lower` tends to lie below `higher`. With an empty sample nothing is known: p = 1.
 * Source: H. B. Mann, D. R. Whitney, On a test of whether one of two random variables is stochastically larger than the
 * other, Annals of Mathematical Statistics 18 (1947); variance with ties as usual.
 */
export function compareRanks(lower: readonly number[], higher: readonly number[]): RankTest {
  const [n, m] = [lower.length, higher.length];
  let u = 0;
  for (const low of lower) for (const high of higher) u += low > high ? 1 : low === high ? 0.5 : 0;
  if (n === 0 || m === 0) return { u, p: 1, exact: true };
  const ties = tieSizes([...lower, ...higher]);
  const exact = ties.length === 0 && n + m <= MOST_VALUES;
  return { u, p: exact ? chanceExactly(n, m, u) : Math.min(1, chanceNearly(n, m, u, ties)), exact };
}

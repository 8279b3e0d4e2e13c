/** Splits what several measures save together among them, so that the parts sum to the whole to the last unit. */

/** Parts of the currency's unit in which costs are split: a token costs whole numbers of them. */
export const SPLIT_UNITS = 1e9;

/** More measures than this have too many orders to be tried, so their split would not be exact. */
export const MOST_SPLIT = 8;

/**
 * `shapley`: what a measure saves on average over all orders in which they may be taken · `in-order`: what each saves on top
 * of those before it · `reversed`: the same, the last one first.
 */
export type SplitOrder = "shapley" | "in-order" | "reversed";

/** Whole parts in the proportion of exact ones that sum to `whole`: the largest remainders are rounded up. */
function roundToWhole(numerators: readonly bigint[], denominator: bigint): number[] {
  const floors = numerators.map((each) => {
    const part = each / denominator;
    return each < 0n && part * denominator !== each ? part - 1n : part;
  });
  const total = numerators.reduce((sum, each) => sum + each, 0n) / denominator;
  const missing = Number(total - floors.reduce((sum, each) => sum + each, 0n));
  const byRemainder = numerators
    .map((each, index) => ({ index, rest: each - (floors[index] ?? 0n) * denominator }))
    .sort((one, other) => (other.rest > one.rest ? 1 : other.rest < one.rest ? -1 : one.index - other.index));
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return floors.map((part, index) => Number(part) + (raised.has(index) ? 1 : 0));
}

const factorial = (count: number): bigint => (count < 2 ? 1n : BigInt(count) * factorial(count - 1));

const countBits = (set: number): number => (set === 0 ? 0 : (set & 1) + countBits(set >>> 1));

/**
 * What each of `count` measures saves, in the unit of the costs.
 * @param costs whole numbers: the cost with each set of measures taken, by the set's bits; `costs[0]` with none. Its length
 * is 2 to the power of the number of measures
 */
export function splitSaving(costs: readonly number[], order: SplitOrder): number[] {
  const count = Math.round(Math.log2(costs.length));
  const costOf = (set: number): bigint => BigInt(costs[set] ?? 0);
  const all = costs.length - 1;
  const members = Array.from({ length: count }, (_, index) => index);
  if (order !== "shapley") {
    const below = (index: number): number => (1 << index) - 1;
    return members.map((index) => {
      const before = order === "in-order" ? below(index) : all & ~below(index + 1);
      return Number(costOf(before) - costOf(before | (1 << index)));
    });
  }
  const numerators = members.map((index) => {
    let sum = 0n;
    for (let set = 0; set <= all; set++) {
      if (set & (1 << index)) continue;
      const size = countBits(set);
      const weight = factorial(size) * factorial(count - size - 1);
      sum += weight * (costOf(set) - costOf(set | (1 << index)));
    }
    return sum;
  });
  return roundToWhole(numerators, factorial(count));
}

/** Which sets of candidates are tried, in what order: all of them, or a climb from the promising ones. */

/** Yields sets of indices and is told the cost of each; smaller sets come first. */
export type SetChooser = Generator<readonly number[], void, number>;

/** Sets of at most `most` out of `count`, the empty one included. */
export function countSets(count: number, most: number): number {
  let sum = 0;
  let ofSize = 1;
  for (let size = 0; size <= Math.min(most, count); size++) {
    sum += ofSize;
    ofSize = (ofSize * (count - size)) / (size + 1);
  }
  return sum;
}

function* setsOfSize(count: number, size: number, chosen: readonly number[]): SetChooser {
  if (size === 0) {
    yield chosen;
    return;
  }
  for (let next = (chosen.at(-1) ?? -1) + 1; next <= count - size; next++) {
    yield* setsOfSize(count, size - 1, [...chosen, next]);
  }
}

/** Every set of at most `most`. */
export function* everySet(count: number, most: number): SetChooser {
  for (let size = 0; size <= Math.min(most, count); size++) yield* setsOfSize(count, size, []);
}

/** Sets kept from each size to grow the next from. */
const BEAM = 6;

/**
 * Grows sets one candidate at a time from the best of each size, then swaps members of the best set while that
 * helps. No set is tried twice.
 */
export function* climb(count: number, most: number): SetChooser {
  const tried = new Map<string, number>();
  let best: { set: readonly number[]; cost: number } = { set: [], cost: Number.POSITIVE_INFINITY };

  function* tryOnce(set: readonly number[]): Generator<readonly number[], number, number> {
    const sorted = [...set].sort((a, b) => a - b);
    const key = sorted.join(" ");
    const known = tried.get(key);
    if (known !== undefined) return known;
    const cost = yield sorted;
    tried.set(key, cost);
    if (cost < best.cost) best = { set: sorted, cost };
    return cost;
  }

  yield* tryOnce([]);
  let beam: (readonly number[])[] = [[]];
  for (let size = 1; size <= Math.min(most, count); size++) {
    const grown = new Map<string, { set: readonly number[]; cost: number }>();
    for (const set of beam) {
      for (let next = 0; next < count; next++) {
        if (set.includes(next)) continue;
        const larger = [...set, next].sort((a, b) => a - b);
        grown.set(larger.join(" "), { set: larger, cost: yield* tryOnce(larger) });
      }
    }
    beam = [...grown.values()]
      .sort((a, b) => a.cost - b.cost)
      .slice(0, BEAM)
      .map(({ set }) => set);
  }
  let from: readonly number[] | null = null;
  while (from !== best.set) {
    from = best.set;
    for (const gone of from) {
      const rest: readonly number[] = from.filter((one) => one !== gone);
      for (let next = 0; next < count; next++) {
        if (!from.includes(next)) yield* tryOnce([...rest, next]);
      }
    }
  }
}

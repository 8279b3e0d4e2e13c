/** Lists of any length: what a call takes as arguments has an end at about a hundred thousand items. */

/** Adds items to the end of a list. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** The least of numbers; Infinity where there are none. */
export const leastOf = (numbers: readonly number[]): number =>
  numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);

/** The greatest of numbers; -Infinity where there are none. */
export const greatestOf = (numbers: readonly number[]): number =>
  numbers.reduce((greatest, number) => Math.max(greatest, number), Number.NEGATIVE_INFINITY);

/** Finds the merge of two neighbouring tokens: an open hash table over pairs of ids, behind a filter. */
import type { Vocabulary } from "./vocabulary";

/** Higher than any rank. */
export const NO_MERGE = 0x7fffffff;

export interface PairTable {
  /** Rank of the merge of `left` and `right`; `NO_MERGE` where they are never merged. */
  find(left: number, right: number): number;
}

/** A slot is left id, right id and rank plus one side by side; 0 there means free. Four slots share a cache line. */
const WIDTH = 4;

export function createPairTable({ left, right }: Pick<Vocabulary, "left" | "right">): PairTable {
  let bits = 10;
  while (2 ** bits < left.length * 1.6) bits++;
  const table = new Int32Array(2 ** bits * WIDTH);
  const wrap = table.length - 1;
  const shift = 32 - bits;
  // Most pairs asked for are none: eight bits a slot tell of nearly all of them without a look into the table.
  const filter = new Int32Array(2 ** (bits + 3 - 5));
  const filterShift = shift - 3;
  const none = NO_MERGE;

  // From the first rank to the last: the merges used most get the first slots, and of a pair listed twice the lower rank.
  for (let rank = 0; rank < left.length; rank++) {
    const a = left[rank] as number;
    const b = right[rank] as number;
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
    const bit = hash >>> filterShift;
    filter[bit >> 5] = (filter[bit >> 5] as number) | (1 << (bit & 31));
    let at = (hash >>> shift) * WIDTH;
    while (table[at + 2] !== 0 && (table[at] !== a || table[at + 1] !== b)) at = (at + WIDTH) & wrap;
    if (table[at + 2] !== 0) continue;
    table[at] = a;
    table[at + 1] = b;
    table[at + 2] = rank + 1;
  }

  return {
    find(a, b) {
      const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
      const bit = hash >>> filterShift;
      if ((((filter[bit >> 5] as number) >>> (bit & 31)) & 1) === 0) return none;
      let at = (hash >>> shift) * WIDTH;
      for (;;) {
        const rank = table[at + 2] as number;
        if (rank === 0) return none;
        if (table[at] === a && table[at + 1] === b) return rank - 1;
        at = (at + WIDTH) & wrap;
      }
    },
  };
}

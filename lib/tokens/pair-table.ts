/** Finds the merge of two neighbouring tokens: an open hash table over pairs of ids. */
import type { Vocabulary } from "./vocabulary";

export interface PairTable {
  /** Rank of the merge of `left` and `right`; -1 where they are never merged. */
  find(left: number, right: number): number;
}

const SLOT = 3;

export function createPairTable({ left, right }: Pick<Vocabulary, "left" | "right">): PairTable {
  let slots = 1024;
  while (slots < left.length * 3) slots *= 2;
  const mask = slots - 1;
  // One slot is left id, right id and rank side by side, so that a look-up touches one cache line.
  const table = new Int32Array(slots * SLOT).fill(-1);

  const slotOf = (a: number, b: number): number => {
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & mask;
  };

  // From the last rank to the first: where a pair is listed twice the lower rank stays.
  for (let rank = left.length - 1; rank >= 0; rank--) {
    const a = left[rank] as number;
    const b = right[rank] as number;
    let slot = slotOf(a, b);
    while (table[slot * SLOT] !== -1 && (table[slot * SLOT] !== a || table[slot * SLOT + 1] !== b)) {
      slot = (slot + 1) & mask;
    }
    table[slot * SLOT] = a;
    table[slot * SLOT + 1] = b;
    table[slot * SLOT + 2] = rank;
  }

  return {
    find(a, b) {
      let at = slotOf(a, b) * SLOT;
      for (;;) {
        const key = table[at] as number;
        if (key === a && table[at + 1] === b) return table[at + 2] as number;
        if (key === -1) return -1;
        at += SLOT;
        if (at === table.length) at = 0;
      }
    },
  };
}

/** The bytes behind a token's id, found by taking its merges apart. */
import type { Vocabulary } from "./vocabulary";

/** Steps after which a vocabulary whose merges go round in a circle is given up. */
const MAX_STEPS = 1 << 20;

/**
 * Gives a function from the id of a token, as merging gives it, to its bytes. It throws a `RangeError` for an id that no
 * byte and no merge has. What was asked for is remembered.
 */
export function createTokenTexts({ byteIds, left, right, merged }: Vocabulary): (id: number) => Uint8Array {
  // How an id comes about: a merge by its rank, a byte as -2 - byte, -1 for none.
  let origins: Int32Array | null = null;
  const known = new Map<number, Uint8Array>();

  function findOrigins(): Int32Array {
    let highest = 0;
    for (const id of byteIds) highest = Math.max(highest, id);
    for (const id of merged) highest = Math.max(highest, id);
    const found = new Int32Array(highest + 1).fill(-1);
    for (let rank = merged.length - 1; rank >= 0; rank--) found[merged[rank] as number] = rank;
    for (let byte = 0; byte < byteIds.length; byte++) found[byteIds[byte] as number] = -2 - byte;
    return found;
  }

  return (id) => {
    const before = known.get(id);
    if (before) return before;
    origins ??= findOrigins();
    const bytes: number[] = [];
    const open = [id];
    for (let steps = 0; open.length > 0; steps++) {
      const origin = origins[open.pop() as number] ?? -1;
      if (origin === -1 || steps > MAX_STEPS) throw new RangeError(`The vocabulary has no token ${id}.`);
      if (origin < 0) bytes.push(-2 - origin);
      else open.push(right[origin] as number, left[origin] as number);
    }
    const found = Uint8Array.from(bytes);
    known.set(id, found);
    return found;
  };
}

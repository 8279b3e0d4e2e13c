/** Numbers that look random and are the same for the same seed: `lib/` knows no chance. */

/** A generator of whole numbers; each call gives one from 0 up to, but not including, its argument. */
export function createPicker(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    // Mulberry32: one addition, then mixing.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

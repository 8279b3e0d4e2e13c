/** Numbers that look random and follow from a seed or a key alone: `lib/` knows no chance. */

/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number;

/**
 * A number from 0 up to but not including 1. Neighbouring seeds and indices give unrelated numbers: the bits are mixed as
 * the finaliser of MurmurHash3 mixes them (https://github.com/aappleby/smhasher, 2016-01-09).
 */
export function draw(seed: number, index: number): number {
  let bits = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

/** A generator that follows from a number: texts and scenarios made with it stay as they are. */
export function createPicker(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    // Mulberry32: one addition, then mixing.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * A generator over the key's bytes (sfc32, https://pracrand.sourceforge.net/RNG_engines.txt, 2026-11-21). What it gives
 * says nothing of any text, so it needs no strength of its own: it is the key that must be random.
 */
export function createRandom(key: Uint8Array): Random {
  const state = new Int32Array(4);
  for (const [index, byte] of key.entries()) {
    const word = index & 3;
    state[word] = Math.imul((state[word] ?? 0) ^ byte, 0x01000193) + index;
  }
  let [a = 0, b = 0, c = 0, counter = 1] = state;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 16; round++) next();
  return (below) => Math.floor((next() / 0x1_0000_0000) * below);
}

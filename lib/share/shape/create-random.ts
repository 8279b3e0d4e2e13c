/** Chance that is passed in: numbers that follow from a key and from nothing else. */

/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number;

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

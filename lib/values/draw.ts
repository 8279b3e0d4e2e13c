/** Draws numbers that look random and are the same in every run: from a seed and a request's number. */

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

/** SipHash-2-4, a short keyed hash: who does not know the key cannot tell what was hashed, nor foresee a hash. */

/** Rounds for each word of the input, and behind the last one. */
const ROUNDS = 2;
const LAST_ROUNDS = 4;

/** Four bytes from `start`, the lowest first; a byte that is not there counts as 0. */
const readHalf = (bytes: Uint8Array, start: number): number =>
  (bytes[start] ?? 0) |
  ((bytes[start + 1] ?? 0) << 8) |
  ((bytes[start + 2] ?? 0) << 16) |
  ((bytes[start + 3] ?? 0) << 24);

/** Of four bytes those that count, where only so many are left. */
const maskOf = (left: number): number => (left >= 4 ? -1 : left <= 0 ? 0 : (1 << (8 * left)) - 1);

/** What the sum of two low halves adds to the sum of the high ones. */
const carry = (a: number, b: number): number => ((a >>> 0) + (b >>> 0) > 0xffff_ffff ? 1 : 0);

/** The higher half of a word that is turned left by fewer than 32 bits; with the halves changed over, its lower one. */
const turn = (high: number, low: number, bits: number): number => (high << bits) | (low >>> (32 - bits));

/**
 * The 64-bit hash of `bytes` under the first 16 bytes of `key`, as its high and low half. As specified in "SipHash: a fast
 * short-input PRF", https://www.aumasson.jp/siphash/siphash.pdf (2012-09-18). An import may ask for millions: the four words
 * of the state are halves in variables, since arrays of them and words as BigInt are too slow.
 * @param length bytes that count, where those behind them are of something else
 */
export function sipHash(
  key: Uint8Array,
  bytes: Uint8Array,
  length = bytes.length,
): readonly [high: number, low: number] {
  let low0 = 0x70736575 ^ readHalf(key, 0);
  let high0 = 0x736f6d65 ^ readHalf(key, 4);
  let low1 = 0x6e646f6d ^ readHalf(key, 8);
  let high1 = 0x646f7261 ^ readHalf(key, 12);
  let low2 = 0x6e657261 ^ readHalf(key, 0);
  let high2 = 0x6c796765 ^ readHalf(key, 4);
  let low3 = 0x79746573 ^ readHalf(key, 8);
  let high3 = 0x74656462 ^ readHalf(key, 12);
  let low = 0;
  let high = 0;

  const whole = length - (length % 8);
  const inputRounds = ROUNDS * (whole / 8 + 1);
  for (let round = 0, start = 0; round < inputRounds + LAST_ROUNDS; round++) {
    const isInput = round < inputRounds;
    if (isInput && round % ROUNDS === 0) {
      const left = length - start;
      low = readHalf(bytes, start) & maskOf(left);
      high = readHalf(bytes, start + 4) & maskOf(left - 4);
      // The last word is what is left of the input, with its length in the highest byte.
      if (start === whole) high |= length << 24;
      start += 8;
      low3 ^= low;
      high3 ^= high;
    } else if (round === inputRounds) low2 ^= 0xff;

    high0 = (high0 + high1 + carry(low0, low1)) | 0;
    low0 = (low0 + low1) | 0;
    let old = low1;
    low1 = turn(low1, high1, 13) ^ low0;
    high1 = turn(high1, old, 13) ^ high0;
    // Turning by 32 bits changes the halves over.
    old = low0;
    low0 = high0;
    high0 = old;

    high2 = (high2 + high3 + carry(low2, low3)) | 0;
    low2 = (low2 + low3) | 0;
    old = low3;
    low3 = turn(low3, high3, 16) ^ low2;
    high3 = turn(high3, old, 16) ^ high2;

    high0 = (high0 + high3 + carry(low0, low3)) | 0;
    low0 = (low0 + low3) | 0;
    old = low3;
    low3 = turn(low3, high3, 21) ^ low0;
    high3 = turn(high3, old, 21) ^ high0;

    high2 = (high2 + high1 + carry(low2, low1)) | 0;
    low2 = (low2 + low1) | 0;
    old = low1;
    low1 = turn(low1, high1, 17) ^ low2;
    high1 = turn(high1, old, 17) ^ high2;
    old = low2;
    low2 = high2;
    high2 = old;

    if (isInput && round % ROUNDS === ROUNDS - 1) {
      low0 ^= low;
      high0 ^= high;
    }
  }
  return [(high0 ^ high1 ^ high2 ^ high3) >>> 0, (low0 ^ low1 ^ low2 ^ low3) >>> 0];
}

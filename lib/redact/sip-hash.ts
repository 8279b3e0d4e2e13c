/** SipHash-2-4, a short keyed hash: who does not know the key cannot tell what was hashed, nor foresee a hash. */

/** The four 64-bit words of the state, each as its low and its high half: whole words as BigInt are too slow. */
type State = Int32Array;

/** Word `a` becomes its sum with word `b`; words are named by the place of their low half. */
function add(state: State, a: number, b: number): void {
  const low = ((state[a] ?? 0) >>> 0) + ((state[b] ?? 0) >>> 0);
  state[a] = low;
  state[a + 1] = (state[a + 1] ?? 0) + (state[b + 1] ?? 0) + (low > 0xffff_ffff ? 1 : 0);
}

/** Word `a` is turned left by `by` bits (fewer than 32) and then differs from word `b` where `a` did. */
function turn(state: State, a: number, by: number, b: number): void {
  const low = state[a] ?? 0;
  const high = state[a + 1] ?? 0;
  state[a] = ((low << by) | (high >>> (32 - by))) ^ (state[b] ?? 0);
  state[a + 1] = ((high << by) | (low >>> (32 - by))) ^ (state[b + 1] ?? 0);
}

/** Turning by 32 bits changes the halves over. */
function swap(state: State, a: number): void {
  const low = state[a] ?? 0;
  state[a] = state[a + 1] ?? 0;
  state[a + 1] = low;
}

function mix(state: State, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    add(state, 0, 2);
    turn(state, 2, 13, 0);
    swap(state, 0);
    add(state, 4, 6);
    turn(state, 6, 16, 4);
    add(state, 0, 6);
    turn(state, 6, 21, 0);
    add(state, 4, 2);
    turn(state, 2, 17, 4);
    swap(state, 4);
  }
}

/** Word `a` differs from now on where the bits given are set. */
function flip(state: State, a: number, low: number, high: number): void {
  state[a] = (state[a] ?? 0) ^ low;
  state[a + 1] = (state[a + 1] ?? 0) ^ high;
}

/** Four bytes from `start`, the lowest first; a byte that is not there counts as 0. */
function readHalf(bytes: Uint8Array, start: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[start], bytes[start + 1], bytes[start + 2], bytes[start + 3]];
  return a | (b << 8) | (c << 16) | (d << 24);
}

/**
 * The 64-bit hash of `bytes` under the first 16 bytes of `key`, as its high and low half. As specified in "SipHash: a fast
 * short-input PRF", https://www.aumasson.jp/siphash/siphash.pdf (2012-09-18).
 */
export function sipHash(key: Uint8Array, bytes: Uint8Array): readonly [high: number, low: number] {
  const state = new Int32Array([
    0x70736575, 0x736f6d65, 0x6e646f6d, 0x646f7261, 0x6e657261, 0x6c796765, 0x79746573, 0x74656462,
  ]);
  for (const word of [0, 4]) {
    flip(state, word, readHalf(key, 0), readHalf(key, 4));
    flip(state, word + 2, readHalf(key, 8), readHalf(key, 12));
  }
  const take = (low: number, high: number): void => {
    flip(state, 6, low, high);
    mix(state, 2);
    flip(state, 0, low, high);
  };
  const whole = bytes.length - (bytes.length % 8);
  for (let start = 0; start < whole; start += 8) take(readHalf(bytes, start), readHalf(bytes, start + 4));
  take(readHalf(bytes, whole), readHalf(bytes, whole + 4) | (bytes.length << 24));
  flip(state, 4, 0xff, 0);
  mix(state, 4);
  const half = (at: number): number =>
    ((state[at] ?? 0) ^ (state[at + 2] ?? 0) ^ (state[at + 4] ?? 0) ^ (state[at + 6] ?? 0)) >>> 0;
  return [half(1), half(0)];
}

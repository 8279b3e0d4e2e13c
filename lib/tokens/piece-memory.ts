/** Remembers the token counts of pieces already merged, in bounded memory and without making strings of them. */

export interface PieceMemory {
  /** Tokens of `bytes[from, to)`: remembered, or counted by `countAnew` and then remembered. */
  count(bytes: Uint8Array, from: number, to: number): number;
}

/** At most this many pieces, in 4 MB, and this many bytes of them; when either is full, everything is forgotten. */
const MAX_PIECES = 1 << 17;
const MAX_BYTES = 1 << 22;
/** The table begins small, so that it stays in the processor's cache while there are few pieces. */
const FIRST_SLOTS = 1 << 12;
/** Longer pieces seldom come again. */
const LONGEST = 256;

/** A slot is two words of key, length and count. The key is the bytes themselves up to 8, else hash and place. */
const WIDTH = 4;
const INLINE = 8;

export function createPieceMemory(
  countAnew: (bytes: Uint8Array, from: number, to: number) => number,
): PieceMemory {
  let slots = new Int32Array(FIRST_SLOTS * WIDTH);
  let mask = FIRST_SLOTS - 1;
  let arena = new Uint8Array(1 << 16);
  let pieces = 0;
  let used = 0;

  function forget(): void {
    slots.fill(0);
    pieces = 0;
    used = 0;
  }

  /** Offset of a free slot for a hash. */
  function freeSlot(hash: number): number {
    let at = ((hash ^ (hash >>> 15)) & mask) * WIDTH;
    while (slots[at + 2] !== 0) at = (at + WIDTH) & (mask * WIDTH + 3);
    return at;
  }

  const hashInline = (low: number, high: number): number =>
    Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b);

  function grow(): void {
    const old = slots;
    slots = new Int32Array(old.length * 4);
    mask = slots.length / WIDTH - 1;
    for (let from = 0; from < old.length; from += WIDTH) {
      const length = old[from + 2] as number;
      if (length === 0) continue;
      const low = old[from] as number;
      const at = freeSlot(length <= INLINE ? hashInline(low, old[from + 1] as number) : low);
      for (let word = 0; word < WIDTH; word++) slots[at + word] = old[from + word] as number;
    }
  }

  function remember(low: number, high: number, length: number, hash: number, count: number): void {
    if (pieces === MAX_PIECES) forget();
    else if (pieces * 2 > mask) grow();
    const at = freeSlot(hash);
    slots[at] = low;
    slots[at + 1] = high;
    slots[at + 2] = length;
    slots[at + 3] = count;
    pieces++;
  }

  /** Copies a piece and returns its place. */
  function store(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (used + length > MAX_BYTES) forget();
    if (used + length > arena.length) {
      const larger = new Uint8Array(Math.min(MAX_BYTES, arena.length * 4));
      larger.set(arena);
      arena = larger;
    }
    const place = used;
    for (let index = 0; index < length; index++) arena[place + index] = bytes[from + index] as number;
    used += length;
    return place;
  }

  function countShort(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    let low = 0;
    let high = 0;
    const half = length < 4 ? to : from + 4;
    for (let at = from; at < half; at++) low = (low << 8) | (bytes[at] as number);
    for (let at = half; at < to; at++) high = (high << 8) | (bytes[at] as number);
    const hash = Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b);
    let at = ((hash ^ (hash >>> 15)) & mask) * WIDTH;
    for (;;) {
      const known = slots[at + 2] as number;
      if (known === 0) break;
      if (slots[at] === low && slots[at + 1] === high && known === length) return slots[at + 3] as number;
      at = (at + WIDTH) & (mask * WIDTH + 3);
    }
    const count = countAnew(bytes, from, to);
    remember(low, high, length, hash, count);
    return count;
  }

  function countLong(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    let at = ((hash ^ (hash >>> 15)) & mask) * WIDTH;
    for (;;) {
      const known = slots[at + 2] as number;
      if (known === 0) break;
      if (known === length && slots[at] === hash) {
        const place = slots[at + 1] as number;
        let same = 0;
        while (same < length && arena[place + same] === bytes[from + same]) same++;
        if (same === length) return slots[at + 3] as number;
      }
      at = (at + WIDTH) & (mask * WIDTH + 3);
    }
    const count = countAnew(bytes, from, to);
    remember(hash, store(bytes, from, to), length, hash, count);
    return count;
  }

  return {
    count(bytes, from, to) {
      const length = to - from;
      if (length <= INLINE) return countShort(bytes, from, to);
      return length <= LONGEST ? countLong(bytes, from, to) : countAnew(bytes, from, to);
    },
  };
}

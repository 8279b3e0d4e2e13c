/** Remembers the token counts of pieces already merged, in bounded memory and without making strings of them. */

export interface PieceMemory {
  /** Token count of `text.slice(from, to)`, or -1 where it is not remembered. `hash` is `hashPiece`'s. */
  find(text: string, from: number, to: number, hash: number): number;
  remember(text: string, from: number, to: number, hash: number, count: number): void;
}

/** At most this many pieces and UTF-16 units, about 8 MB together; when full, everything is forgotten. */
const MAX_PIECES = 1 << 18;
const MAX_UNITS = 1 << 21;
/** Longer pieces seldom come again. */
export const LONGEST_REMEMBERED = 64;

const SLOTS = MAX_PIECES * 2;
/** A slot is hash, start in the arena, length and count. */
const WIDTH = 4;

export function hashPiece(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

export function createPieceMemory(): PieceMemory {
  const slots = new Int32Array(SLOTS * WIDTH);
  const arena = new Uint16Array(MAX_UNITS);
  let pieces = 0;
  let units = 0;

  function isAt(start: number, text: string, from: number, length: number): boolean {
    for (let index = 0; index < length; index++) {
      if (arena[start + index] !== text.charCodeAt(from + index)) return false;
    }
    return true;
  }

  /** Offset of the slot that holds the piece, or of the free one where it belongs. A free slot has length 0. */
  function locate(text: string, from: number, to: number, hash: number): number {
    const length = to - from;
    let at = (hash & (SLOTS - 1)) * WIDTH;
    while (slots[at + 2] !== 0) {
      if (slots[at] === hash && slots[at + 2] === length && isAt(slots[at + 1] as number, text, from, length))
        return at;
      at += WIDTH;
      if (at === slots.length) at = 0;
    }
    return at;
  }

  return {
    find(text, from, to, hash) {
      const at = locate(text, from, to, hash);
      return slots[at + 2] === 0 ? -1 : (slots[at + 3] as number);
    },
    remember(text, from, to, hash, count) {
      const length = to - from;
      if (pieces === MAX_PIECES || units + length > MAX_UNITS) {
        slots.fill(0);
        pieces = 0;
        units = 0;
      }
      const at = locate(text, from, to, hash);
      if (slots[at + 2] !== 0) return;
      slots[at] = hash;
      slots[at + 1] = units;
      slots[at + 2] = length;
      slots[at + 3] = count;
      for (let index = 0; index < length; index++) arena[units + index] = text.charCodeAt(from + index);
      pieces++;
      units += length;
    },
  };
}

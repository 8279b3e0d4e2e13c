/** Counts the beginnings of one text up to many ends in a single walk over it. */
import { createGrowingPiece } from "./growing-piece";
import type { Merger } from "./merge-bytes";
import type { PieceMemory } from "./piece-memory";
import type { PreTokenizer } from "./pre-tokenizer";

const LF = 10;
const CR = 13;
/** Bytes of a piece that is merged as a whole each time. */
const SHORT = 64;
const WHITE = /[\s\u0085]/;

/** White space as the pre-tokenizers see it: U+FEFF is none. */
const isWhite = (code: number): boolean =>
  code < 128
    ? code === 32 || (code >= 9 && code <= 13)
    : code !== 0xfeff && WHITE.test(String.fromCharCode(code));

export interface EndCounter {
  /**
   * Tokens of the first `end` UTF-16 units of a text for each of the ascending `ends`, and of the whole text.
   * @param bytes the text in UTF-8, `length` of them; no added token in it, and nothing that normalising changes
   */
  count(
    text: string,
    bytes: Uint8Array,
    length: number,
    ends: readonly number[],
  ): { readonly counts: (number | null)[]; readonly total: number };
}

/**
 * All pieces but the last of a beginning are those of the whole text, as long as something visible follows them: where a
 * piece ends is settled by what stands there, and white space waits for what comes. So of each beginning only the piece of
 * its last visible character, cut short, and the white space behind are counted anew. Holds for the pre-tokenizers A and B.
 */
export function createEndCounter(
  findEnd: PreTokenizer["findEnd"],
  merger: Merger,
  pieces: PieceMemory,
  lengthOf: (id: number) => number,
): EndCounter {
  const growing = Array.from({ length: 3 }, () => createGrowingPiece(merger, lengthOf));

  /** @param slot which of the pieces at an end it is */
  function countPiece(bytes: Uint8Array, from: number, to: number, slot: number): number {
    if (from === to) return 0;
    return to - from <= SHORT ? pieces.count(bytes, from, to) : (growing[slot]?.count(bytes, from, to) ?? 0);
  }

  return {
    count(text, bytes, length, ends) {
      for (const piece of growing) piece.forget();
      let base = 0;
      let pieceStart = 0;
      let pieceEnd = length > 0 ? findEnd(bytes, 0, length) : 0;
      const goOn = (to: number): void => {
        while (pieceEnd <= to && pieceStart < length) {
          base += pieces.count(bytes, pieceStart, pieceEnd);
          pieceStart = pieceEnd;
          if (pieceStart < length) pieceEnd = findEnd(bytes, pieceStart, length);
        }
      };
      /** Of the last visible character; and how far line breaks go on right behind it. */
      let visible = -1;
      let visibleEnd = 0;
      let breaks = 0;
      /** Behind the last line break that follows it; 0 = there is none. */
      let lastBreak = 0;
      let at = 0;

      function countHere(): number {
        let white = visibleEnd;
        let count = 0;
        if (visible >= 0) {
          goOn(visible);
          // Symbols take the line breaks behind them along.
          if (breaks > visibleEnd && findEnd(bytes, visible, visibleEnd + 1) > visibleEnd) white = breaks;
          count = base + countPiece(bytes, pieceStart, white, 0);
        }
        const middle = Math.max(white, lastBreak);
        return count + countPiece(bytes, white, middle, 1) + countPiece(bytes, middle, at, 2);
      }

      const counts: (number | null)[] = [];
      let unit = 0;
      for (const end of ends) {
        let isCut = false;
        while (unit < end) {
          const code = text.charCodeAt(unit);
          const isPair = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
          if (isPair && unit + 1 === end) {
            isCut = true;
            break;
          }
          const next = at + (code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3);
          if (!isWhite(code)) {
            visible = at;
            visibleEnd = next;
            breaks = next;
            lastBreak = 0;
          } else if (code === LF || code === CR) {
            if (breaks === at) breaks = next;
            lastBreak = next;
          }
          at = next;
          unit += isPair ? 2 : 1;
        }
        counts.push(isCut ? null : countHere());
      }
      goOn(length);
      return { counts, total: base };
    },
  };
}

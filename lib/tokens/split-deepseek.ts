/** Cuts text into the pieces that are merged one by one, as the tokenizer of DeepSeek V3 does. */
import { createByteClasses } from "./byte-classes";
import {
  BREAK,
  createClassTable,
  isSpace,
  LETTER,
  MARK,
  NUMBER,
  OTHER,
  SPACE,
  SYMBOL,
} from "./character-classes";
import type { PreTokenizer } from "./pre-tokenizer";

const BLANK = 32;
const LF = 10;
const CR = 13;
/** Digits that make a piece at most. */
const MOST_DIGITS = 3;
/** Added to the class of Chinese characters and kana, which are cut apart from all others first. */
const EAST = 16;
const KIND = EAST - 1;

const isEast = (codePoint: number): boolean =>
  (codePoint >= 0x4e00 && codePoint <= 0x9fa5) || (codePoint >= 0x3040 && codePoint <= 0x30ff);

function kindOf(codePoint: number): number {
  if (codePoint === LF || codePoint === CR) return BREAK;
  const character = String.fromCodePoint(codePoint);
  if (/^\p{L}$/u.test(character)) return LETTER;
  if (/^\p{M}$/u.test(character)) return MARK;
  if (/^\p{N}$/u.test(character)) return NUMBER;
  if (/^[\p{P}\p{S}]$/u.test(character)) return SYMBOL;
  return isSpace(codePoint, character) ? SPACE : OTHER;
}

const isAsciiLetter = (byte: number | undefined): boolean => {
  const folded = (byte ?? 0) | 32;
  return folded >= 97 && folded <= 122;
};

/**
 * Three patterns one after the other, from the tokenizer.json of DeepSeek V3: what one has cut, the next cuts further.
 * `\p{N}{1,3}`, then `[一-龥぀-ゟ゠-ヿ]+`, then with P = ASCII punctuation
 * `P[A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`.
 * What none of them takes stays together.
 */
export function createDeepSeekSplitter(): PreTokenizer {
  const classes = createClassTable((codePoint) => kindOf(codePoint) + (isEast(codePoint) ? EAST : 0));
  const { classAt, after, spaceEnd } = createByteClasses(classes);
  const isWord = (kind: number): boolean => (kind & KIND) === LETTER || (kind & KIND) === MARK;
  const isWest = (kind: number): boolean => kind < EAST && kind !== NUMBER;

  /** Class of the character at `at` where the first two patterns have not cut before it; 0 where they have, or at the end. */
  function lookAt(bytes: Uint8Array, at: number, to: number, east: number): number {
    if (at >= to) return 0;
    const kind = classAt(bytes, at);
    return kind !== NUMBER && (kind & EAST) === east ? kind : 0;
  }

  function runEnd(bytes: Uint8Array, at: number, to: number, east: number, is: (kind: number) => boolean) {
    let end = at;
    while (is(lookAt(bytes, end, to, east))) end = after(bytes, end);
    return end;
  }

  const isSymbol = (kind: number): boolean => (kind & KIND) === SYMBOL;

  function symbolsEnd(bytes: Uint8Array, at: number, to: number, east: number): number {
    let end = runEnd(bytes, at, to, east, isSymbol);
    while (east === 0 && end < to && (bytes[end] === LF || bytes[end] === CR)) end++;
    return end;
  }

  /** End of characters that belong to no pattern; the last of them goes with a word that follows it. */
  function otherEnd(bytes: Uint8Array, from: number, to: number, east: number): number {
    let end = from;
    while ((lookAt(bytes, end, to, east) & KIND) === OTHER) {
      const next = after(bytes, end);
      if (isWord(lookAt(bytes, next, to, east))) break;
      end = next;
    }
    return end;
  }

  return {
    findEnd(bytes, from, to) {
      const whole = classAt(bytes, from);
      const east = whole & EAST;
      const kind = whole & KIND;
      let end = after(bytes, from);
      if (whole === NUMBER) {
        for (let digits = 1; digits < MOST_DIGITS && end < to && classAt(bytes, end) === NUMBER; digits++) {
          end = after(bytes, end);
        }
        return end;
      }
      if (kind === LETTER || kind === MARK) return runEnd(bytes, end, to, east, isWord);
      if (kind === SYMBOL) {
        const isAscii = (bytes[from] as number) < 128;
        if (!isAscii || end >= to || !isAsciiLetter(bytes[end])) return symbolsEnd(bytes, from, to, east);
        while (end < to && isAsciiLetter(bytes[end])) end++;
        return end;
      }
      const next = lookAt(bytes, end, to, east);
      if (kind !== BREAK && isWord(next)) return runEnd(bytes, end, to, east, isWord);
      if (bytes[from] === BLANK && isSymbol(next)) return symbolsEnd(bytes, end, to, east);
      if (kind === OTHER) return otherEnd(bytes, from, to, east);
      return spaceEnd(bytes, from, to, isWest);
    },
  };
}

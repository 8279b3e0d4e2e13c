/** Cuts text into the pieces that are merged one by one, as the pre-tokenizer of the Qwen tokenizers does. */

import type { PreTokenizerVariant } from "./character-classes";
import * as kinds from "./character-classes";

/**
 * The pattern, from the tokenizer.json of Qwen3:
 * `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`
 * From Qwen3.5 on `\p{M}` counts as a letter. A scanner by hand takes a fraction of the time of a regular expression.
 */
export interface PreTokenizer {
  /** Where the piece that starts at `from` ends; `to` is the end of the text. `bytes` is well-formed UTF-8. */
  findEnd(bytes: Uint8Array, from: number, to: number): number;
}

const APOSTROPHE = 39;
const BLANK = 32;
const LF = 10;
const CR = 13;

/** Bytes of the contraction after an apostrophe, letters folded to lower case; 0 where there is none. */
export function contractionLength(bytes: Uint8Array, at: number, to: number): number {
  if (at >= to) return 0;
  const unit = bytes[at] as number;
  const first = unit | 32;
  if (unit < 128 && (first === 115 || first === 116 || first === 109 || first === 100)) return 1;
  if (at + 1 >= to) return 0;
  const next = bytes[at + 1] as number;
  // The long s, U+017F, folds to s.
  if (unit === 0xc5) return next === 0xbf ? 2 : 0;
  if (unit >= 128 || next >= 128) return 0;
  const second = next | 32;
  if ((first === 114 || first === 118) && second === 101) return 2;
  return first === 108 && second === 108 ? 2 : 0;
}

/** Bytes of the character that begins with `first`. */
export const widthOf = (first: number): number =>
  first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;

/** The character of two or more bytes at `at`, which begins with `first`. */
export function decodeWide(bytes: Uint8Array, at: number, first: number): number {
  const second = (bytes[at + 1] as number) & 63;
  if (first < 0xe0) return ((first & 31) << 6) | second;
  const third = (bytes[at + 2] as number) & 63;
  if (first < 0xf0) return ((first & 15) << 12) | (second << 6) | third;
  return ((first & 7) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] as number) & 63);
}

export function createPreTokenizer(variant: PreTokenizerVariant): PreTokenizer {
  const { table, classOf } = kinds.createCharacterClasses(variant);
  const { LETTER, NUMBER, SPACE, BREAK, OTHER } = kinds;

  /** Class of the character of two or more bytes at `at`. */
  function lookWide(bytes: Uint8Array, at: number, first: number): number {
    const codePoint = decodeWide(bytes, at, first);
    return (table[codePoint] as number) || classOf(codePoint);
  }

  /** End of the run of characters of class `kind` from `at` on. */
  function runEnd(bytes: Uint8Array, at: number, to: number, kind: number): number {
    let end = at;
    while (end < to) {
      const first = bytes[end] as number;
      if (first < 128) {
        if (table[first] !== kind) break;
        end++;
      } else {
        if (lookWide(bytes, end, first) !== kind) break;
        end += widthOf(first);
      }
    }
    return end;
  }

  /** End of a run of symbols and of the line breaks that follow it. */
  function symbolsEnd(bytes: Uint8Array, at: number, to: number): number {
    let end = runEnd(bytes, at, to, OTHER);
    while (end < to && (bytes[end] === LF || bytes[end] === CR)) end++;
    return end;
  }

  function spaceEnd(bytes: Uint8Array, from: number, to: number): number {
    let end = from;
    let last = from;
    let afterBreak = -1;
    while (end < to) {
      const first = bytes[end] as number;
      const kind = first < 128 ? table[first] : lookWide(bytes, end, first);
      if (kind !== BREAK && kind !== SPACE) break;
      last = end;
      end += widthOf(first);
      if (kind === BREAK) afterBreak = end;
    }
    if (afterBreak >= 0) return afterBreak;
    // The last space stays for the word that follows it.
    return end === to || last === from ? end : last;
  }

  return {
    findEnd(bytes, from, to) {
      const first = bytes[from] as number;
      const kind = first < 128 ? (table[first] as number) : lookWide(bytes, from, first);
      const after = from + widthOf(first);
      if (kind === LETTER) return runEnd(bytes, after, to, LETTER);
      if (kind === NUMBER) return after;
      if (kind !== BREAK && after < to) {
        if (first === APOSTROPHE) {
          const length = contractionLength(bytes, after, to);
          if (length > 0) return after + length;
        }
        const next = bytes[after] as number;
        const nextKind = next < 128 ? table[next] : lookWide(bytes, after, next);
        if (nextKind === LETTER) return runEnd(bytes, after + widthOf(next), to, LETTER);
        if (first === BLANK && nextKind === OTHER) return symbolsEnd(bytes, after, to);
      }
      return kind === OTHER ? symbolsEnd(bytes, after, to) : spaceEnd(bytes, from, to);
    },
  };
}

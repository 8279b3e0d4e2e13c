/** Cuts text into the pieces that are merged one by one, as OpenAI's o200k_base does. */
import { createByteClasses } from "./byte-classes";
import {
  BREAK,
  createClassTable,
  isSpace,
  LETTER,
  LOWER,
  MARK,
  NUMBER,
  OTHER,
  SPACE,
  UPPER,
} from "./character-classes";
import { contractionLength, type PreTokenizer } from "./pre-tokenizer";

const APOSTROPHE = 39;
const BLANK = 32;
const SLASH = 47;
const LF = 10;
const CR = 13;
/** Digits that make a piece at most. */
const MOST_DIGITS = 3;

/** `LETTER` has no case here: it may stand among upper-case and among lower-case letters, as a mark may. */
function classify(codePoint: number): number {
  if (codePoint === LF || codePoint === CR) return BREAK;
  const character = String.fromCodePoint(codePoint);
  if (/^[\p{Lu}\p{Lt}]$/u.test(character)) return UPPER;
  if (/^\p{Ll}$/u.test(character)) return LOWER;
  if (/^\p{L}$/u.test(character)) return LETTER;
  if (/^\p{M}$/u.test(character)) return MARK;
  if (/^\p{N}$/u.test(character)) return NUMBER;
  return isSpace(codePoint, character) ? SPACE : OTHER;
}

/**
 * The pattern, from tiktoken's openai_public.py, with A = `[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`, a = `[\p{Ll}\p{Lm}\p{Lo}\p{M}]`
 * and C = `(?i:'s|'t|'re|'ve|'m|'ll|'d)?`:
 * `[^\r\n\p{L}\p{N}]?A*a+C|[^\r\n\p{L}\p{N}]?A+a*C|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`
 */
export function createO200kSplitter(): PreTokenizer {
  const { classAt, after, spaceEnd } = createByteClasses(createClassTable(classify));
  const always = (): boolean => true;

  /**
   * End of a word at `at`, without its contraction; -1 where there is none. Upper-case letters before lower-case ones go
   * with them; without any, the word ends behind its last letter that has no case, and is all upper case only where it has
   * none of these either.
   * @param isMixed false takes words that are all upper case too
   */
  function wordEnd(bytes: Uint8Array, at: number, to: number, isMixed: boolean): number {
    let end = at;
    let caseless = -1;
    let kind = 0;
    while (end < to) {
      kind = classAt(bytes, end);
      if (kind !== UPPER && kind !== LETTER && kind !== MARK) break;
      end = after(bytes, end);
      if (kind !== UPPER) caseless = end;
    }
    if (end < to && kind === LOWER) {
      while (kind === LOWER || kind === LETTER || kind === MARK) {
        end = after(bytes, end);
        kind = end < to ? classAt(bytes, end) : 0;
      }
      return end;
    }
    if (caseless >= 0) return caseless;
    return end > at && !isMixed ? end : -1;
  }

  function withContraction(bytes: Uint8Array, end: number, to: number): number {
    if (end >= to || bytes[end] !== APOSTROPHE) return end;
    const length = contractionLength(bytes, end + 1, to);
    return length > 0 ? end + 1 + length : end;
  }

  function symbolsEnd(bytes: Uint8Array, at: number, to: number): number {
    let end = at;
    while (end < to) {
      const kind = classAt(bytes, end);
      if (kind !== OTHER && kind !== MARK) break;
      end = after(bytes, end);
    }
    while (end < to && (bytes[end] === LF || bytes[end] === CR || bytes[end] === SLASH)) end++;
    return end;
  }

  return {
    findEnd(bytes, from, to) {
      const kind = classAt(bytes, from);
      if (kind === UPPER || kind === LOWER || kind === LETTER) {
        return withContraction(bytes, wordEnd(bytes, from, to, false), to);
      }
      let end = after(bytes, from);
      if (kind === NUMBER) {
        for (let digits = 1; digits < MOST_DIGITS && end < to && classAt(bytes, end) === NUMBER; digits++) {
          end = after(bytes, end);
        }
        return end;
      }
      if (kind !== BREAK) {
        // A mark that no word follows is a word itself.
        const word = wordEnd(bytes, end, to, kind === MARK);
        if (word >= 0) return withContraction(bytes, word, to);
        if (kind === MARK) return withContraction(bytes, end, to);
        if (kind === OTHER) return symbolsEnd(bytes, from, to);
        if (bytes[from] === BLANK && end < to && classAt(bytes, end) === OTHER) {
          return symbolsEnd(bytes, end, to);
        }
      }
      return spaceEnd(bytes, from, to, always);
    },
  };
}

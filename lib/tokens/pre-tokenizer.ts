/** Cuts text into the pieces that are merged one by one, as the pre-tokenizer of the Qwen tokenizers does. */
import {
  BREAK,
  createCharacterClasses,
  LETTER,
  NUMBER,
  OTHER,
  type PreTokenizerVariant,
  SPACE,
} from "./character-classes";

/**
 * The pattern, from the tokenizer.json of Qwen3:
 * `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`
 * From Qwen3.5 on `\p{M}` counts as a letter. A scanner by hand takes a fraction of the time of a regular expression.
 */
export interface PreTokenizer {
  /** Where the piece that starts at `from` ends; `to` is the end of the text. Offsets are UTF-16. */
  findEnd(text: string, from: number, to: number): number;
}

const APOSTROPHE = 39;
const BLANK = 32;

/** Length of the contraction after an apostrophe, letters folded to lower case; 0 where there is none. */
function contractionLength(text: string, at: number, to: number): number {
  if (at >= to) return 0;
  const first = text.charCodeAt(at) | 32;
  // The long s folds to s.
  if (text.charCodeAt(at) === 0x17f || first === 115 || first === 116 || first === 109 || first === 100)
    return 1;
  if (at + 1 >= to) return 0;
  const second = text.charCodeAt(at + 1) | 32;
  if ((first === 114 || first === 118) && second === 101) return 2;
  return first === 108 && second === 108 ? 2 : 0;
}

export function createPreTokenizer(variant: PreTokenizerVariant): PreTokenizer {
  const { table, classOf } = createCharacterClasses(variant);

  /** Class of the code point at `at`; a pair of surrogates counts as one, and then the class has 8 added. */
  function look(text: string, at: number, to: number): number {
    const unit = text.charCodeAt(at);
    if ((unit & 0xfc00) === 0xd800 && at + 1 < to) {
      const low = text.charCodeAt(at + 1);
      if ((low & 0xfc00) === 0xdc00) return classOf(0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff)) + 8;
    }
    return (table[unit] as number) || classOf(unit);
  }

  /** End of the run of characters of class `kind` from `at` on. */
  function runEnd(text: string, at: number, to: number, kind: number): number {
    let end = at;
    while (end < to) {
      const seen = look(text, end, to);
      if ((seen & 7) !== kind) break;
      end += seen > 8 ? 2 : 1;
    }
    return end;
  }

  function breaksEnd(text: string, at: number, to: number): number {
    let end = at;
    while (end < to) {
      const unit = text.charCodeAt(end);
      if (unit !== 10 && unit !== 13) break;
      end++;
    }
    return end;
  }

  function spaceEnd(text: string, from: number, to: number): number {
    let end = from;
    let lastBreak = -1;
    while (end < to) {
      const seen = look(text, end, to);
      if (seen === BREAK) lastBreak = end;
      else if (seen !== SPACE) break;
      end++;
    }
    if (lastBreak >= 0) return lastBreak + 1;
    // The last space stays for the word that follows it.
    return end === to || end === from + 1 ? end : end - 1;
  }

  return {
    findEnd(text, from, to) {
      const seen = look(text, from, to);
      const kind = seen & 7;
      const width = seen > 8 ? 2 : 1;
      if (kind === LETTER) return runEnd(text, from + width, to, LETTER);
      if (kind === NUMBER) return from + width;
      const after = from + width;
      if (kind !== BREAK && after < to) {
        const unit = text.charCodeAt(from);
        if (unit === APOSTROPHE) {
          const length = contractionLength(text, after, to);
          if (length > 0) return after + length;
        }
        const next = look(text, after, to);
        const nextKind = next & 7;
        if (nextKind === LETTER) return runEnd(text, after + (next > 8 ? 2 : 1), to, LETTER);
        if (unit === BLANK && nextKind === OTHER) return breaksEnd(text, runEnd(text, after, to, OTHER), to);
      }
      if (kind === OTHER) return breaksEnd(text, runEnd(text, after, to, OTHER), to);
      return spaceEnd(text, from, to);
    },
  };
}

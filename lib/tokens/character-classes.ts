/** What kind of character a code point is, as the pre-tokenizers see it. */

export const LETTER = 1;
export const NUMBER = 2;
/** White space other than CR and LF. */
export const SPACE = 3;
export const BREAK = 4;
export const OTHER = 5;
/** What some pre-tokenizers tell apart besides: letters by case, combining marks, punctuation and symbols. */
export const UPPER = 6;
export const LOWER = 7;
export const MARK = 8;
export const SYMBOL = 9;

/** `A`: Qwen2 to Qwen3, marks are symbols. `B`: Qwen3.5 and later, marks go with letters. */
export type PreTokenizerVariant = "A" | "B";

const CODE_POINTS = 0x110000;

/**
 * Unicode's White_Space, as the reference tokenizers' `\s`: unlike JavaScript's it has U+0085 and not U+FEFF.
 */
export const isSpace = (codePoint: number, character: string): boolean =>
  codePoint === 0x85 || (codePoint !== 0xfeff && /^\s$/u.test(character));

function classify(codePoint: number, variant: PreTokenizerVariant): number {
  if (codePoint === 10 || codePoint === 13) return BREAK;
  const character = String.fromCodePoint(codePoint);
  if (/^\p{L}$/u.test(character) || (variant === "B" && /^\p{M}$/u.test(character))) return LETTER;
  if (/^\p{N}$/u.test(character)) return NUMBER;
  return isSpace(codePoint, character) ? SPACE : OTHER;
}

/** Classes by code point, found out when first asked for: 0 in `table` means not yet asked, except for ASCII. */
export interface CharacterClasses {
  readonly table: Uint8Array;
  classOf(codePoint: number): number;
}

export const createCharacterClasses = (variant: PreTokenizerVariant): CharacterClasses =>
  createClassTable((codePoint) => classify(codePoint, variant));

/** @param classify 1 to 255, asked once for each code point */
export function createClassTable(classify: (codePoint: number) => number): CharacterClasses {
  const table = new Uint8Array(CODE_POINTS);
  const classOf = (codePoint: number): number => {
    const known = table[codePoint] as number;
    if (known !== 0) return known;
    const found = classify(codePoint);
    table[codePoint] = found;
    return found;
  };
  for (let ascii = 0; ascii < 128; ascii++) classOf(ascii);
  return { table, classOf };
}

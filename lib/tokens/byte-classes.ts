/** Looks at well-formed UTF-8 as a row of classified characters: what pre-tokenizers of other makers are written with. */
import { BREAK, type CharacterClasses, SPACE } from "./character-classes";
import { decodeWide, widthOf } from "./pre-tokenizer";

export interface ByteClasses {
  /** Class of the character that begins at `at`. */
  classAt(bytes: Uint8Array, at: number): number;
  /** Where the character that begins at `at` ends. */
  after(bytes: Uint8Array, at: number): number;
  /**
   * End of `\s*[\r\n]+|\s+(?!\S)|\s+` at `from`, which is white space: up to the last line break; else all of it, save the
   * last character where `goesOn` says that the text goes on behind it.
   */
  spaceEnd(bytes: Uint8Array, from: number, to: number, goesOn: (kind: number) => boolean): number;
}

export function createByteClasses({ table, classOf }: CharacterClasses): ByteClasses {
  function classAt(bytes: Uint8Array, at: number): number {
    const first = bytes[at] as number;
    if (first < 128) return table[first] as number;
    const codePoint = decodeWide(bytes, at, first);
    return (table[codePoint] as number) || classOf(codePoint);
  }

  const after = (bytes: Uint8Array, at: number): number => at + widthOf(bytes[at] as number);

  return {
    classAt,
    after,
    spaceEnd(bytes, from, to, goesOn) {
      let end = from;
      let last = from;
      let afterBreak = -1;
      let kind = 0;
      while (end < to) {
        kind = classAt(bytes, end);
        if (kind !== BREAK && kind !== SPACE) break;
        last = end;
        end = after(bytes, end);
        if (kind === BREAK) afterBreak = end;
      }
      if (afterBreak >= 0) return afterBreak;
      return end < to && last > from && goesOn(kind) ? last : end;
    },
  };
}

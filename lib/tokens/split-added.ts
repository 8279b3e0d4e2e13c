/** Splits added tokens off a text and normalises what lies between, in the order of the reference tokenizers. */
import type { Vocabulary } from "./vocabulary";

/**
 * Calls `onPlain` for each stretch of plain text, normalised, and `onAdded` for each added token, in order. A call that
 * answers false ends the walk.
 */
export type SplitText = (
  text: string,
  onPlain: (plain: string, from: number, to: number) => boolean,
  onAdded: (id: number, content: string) => boolean,
) => void;

/** Below U+0300 there is nothing to compose: such text is in NFC as it is. */
function normalizeNfc(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x300) return text.normalize("NFC");
  }
  return text;
}

/** A pattern that finds added tokens, the longest first where one begins another. */
function patternOf(added: ReadonlyMap<string, number>): RegExp | null {
  if (added.size === 0) return null;
  const words = [...added.keys()].toSorted((a, b) => b.length - a.length);
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"), "g");
}

/** Most tokens are split off the raw text, before it is normalised; those of `addedAfter` only then. */
export function createSplitText(vocabulary: Vocabulary): SplitText {
  const { added, addedAfter } = vocabulary;
  const normalize = vocabulary.normalizer === "NFC" ? normalizeNfc : (text: string) => text;
  const pattern = patternOf(added);
  const patternAfter = patternOf(addedAfter);

  return (text, onPlain, onAdded) => {
    function walkPlain(plain: string): boolean {
      let from = 0;
      if (patternAfter) {
        patternAfter.lastIndex = 0;
        for (let match = patternAfter.exec(plain); match; match = patternAfter.exec(plain)) {
          if (match.index > from && !onPlain(plain, from, match.index)) return false;
          if (!onAdded(addedAfter.get(match[0]) ?? 0, match[0])) return false;
          from = match.index + match[0].length;
        }
      }
      return from === plain.length || onPlain(plain, from, plain.length);
    }

    let from = 0;
    if (pattern) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        if (match.index > from && !walkPlain(normalize(text.slice(from, match.index)))) return;
        if (!onAdded(added.get(match[0]) ?? 0, match[0])) return;
        from = match.index + match[0].length;
      }
    }
    if (from < text.length) walkPlain(normalize(from === 0 ? text : text.slice(from)));
  };
}

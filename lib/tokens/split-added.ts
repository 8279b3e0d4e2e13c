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

/**
 * Characters that NFC may change, or compose with the one before. Outside lie most Latin letters, Chinese, kana and
 * composed Korean, which then need no look at all.
 */
const MAY_CHANGE =
  /[^\0-\u02ff\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]/;

export const normalizeNfc = (text: string): string => (MAY_CHANGE.test(text) ? text.normalize("NFC") : text);

/** A pattern that finds added tokens, the longest first where one begins another. */
export function patternOf(added: ReadonlyMap<string, number>): RegExp | null {
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

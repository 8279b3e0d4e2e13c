/** Counts many prefixes of one text without counting its beginning again for each. */
import type { TokenCounter } from "./token-counter";

/** Also U+0085, which the pre-tokenizers take for white space. */
const WHITE = /[\s\u0085]/;

/**
 * True where no piece, added token or composition reaches across `at`, whatever precedes and follows: before a blank
 * after something visible, and after a line break before something visible. Holds for the pre-tokenizers A and B, and
 * as long as no added token holds a blank or a line break.
 */
function isApart(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at];
  if (before === undefined || after === undefined) return false;
  if (after === " ") return !WHITE.test(before);
  return before === "\n" && !WHITE.test(after);
}

/** Tokens of `text.slice(0, end)` for each of the ascending `ends`. */
export function countPrefixes(counter: TokenCounter, text: string, ends: readonly number[]): number[] {
  let from = 0;
  let counted = 0;
  return ends.map((end) => {
    let at = end;
    while (at > from && !isApart(text, at)) at--;
    if (at > from) {
      counted += counter.count(text.slice(from, at));
      from = at;
    }
    return from < end ? counted + counter.count(text.slice(from, end)) : counted;
  });
}

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

/** Units that may be counted more than once, for each unit of the text, before a single walk is the shorter way. */
const PATIENCE = 4;
const LITTLE = 4_096;

/**
 * Counts stretch by stretch between blanks; a stretch that was counted before is known.
 * @param allowed units that may be looked at in all; null where they are not enough
 */
export function countByBlanks(
  count: (text: string) => number,
  text: string,
  ends: readonly number[],
  allowed = Number.POSITIVE_INFINITY,
): number[] | null {
  let from = 0;
  let counted = 0;
  let spent = 0;
  const counts: number[] = [];
  for (const end of ends) {
    let at = end;
    while (at > from && !isApart(text, at)) at--;
    spent += end - at + (end - from);
    if (spent > allowed) return null;
    if (at > from) {
      counted += count(text.slice(from, at));
      from = at;
    }
    counts.push(from < end ? counted + count(text.slice(from, end)) : counted);
  }
  return counts;
}

/** Tokens of `text.slice(0, end)` for each of the ascending `ends`, in time that grows with the text. */
export function countPrefixes(counter: TokenCounter, text: string, ends: readonly number[]): number[] {
  if (ends.length === 0) return [];
  const { countEnds } = counter;
  const allowed = countEnds ? PATIENCE * text.length + LITTLE : Number.POSITIVE_INFINITY;
  const counts = countByBlanks((piece) => counter.count(piece), text, ends, allowed);
  return counts ?? countEnds?.(text, ends) ?? [];
}

/** Counts the beginnings of a text in which added tokens are spelled: stretch by stretch between them. */
import { patternOf } from "./split-added";
import type { Vocabulary } from "./vocabulary";

export interface Counted {
  /** Tokens up to each of the ends. */
  readonly counts: readonly number[];
  /** Tokens of the whole. */
  readonly total: number;
}

/**
 * What is before an added token is settled by it, and what is behind begins anew. An end within the letters of one is in
 * plain text, as far as it goes.
 * @param countPlain of a stretch without added tokens, up to each of the ascending ends
 */
export function createCountEnds(
  { added }: Pick<Vocabulary, "added">,
  count: (text: string) => number,
  countPlain: (plain: string, ends: readonly number[]) => Counted,
): (text: string, ends: readonly number[]) => number[] {
  const pattern = patternOf(added);

  return (text, ends) => {
    const found: number[] = [];
    let before = 0;
    let from = 0;
    while (found.length < ends.length) {
      if (pattern) pattern.lastIndex = from;
      const match = pattern?.exec(text) ?? null;
      const to = match?.index ?? text.length;
      const behind = match ? to + match[0].length : text.length;
      const start = from;
      const first = found.length;
      let last = first;
      while (last < ends.length && (ends[last] as number) <= to) last++;
      const inside = ends.slice(first, last).map((end) => end - start);
      const { counts, total } = countPlain(text.slice(start, to), inside);
      for (const each of counts) found.push(before + each);
      for (let end = ends[last]; end !== undefined && end < behind; end = ends[++last]) {
        const known = end === ends[last - 1] ? found.at(-1) : undefined;
        found.push(known ?? before + count(text.slice(start, end)));
      }
      if (!match) break;
      before += total + 1;
      from = behind;
    }
    return found;
  };
}

/** Parts two texts that differ from their first character on: what is different, and what they end on alike. */

export interface SplitSnippet {
  readonly before: string;
  readonly after: string;
  /** The end that both have; empty where it is too short to be more than chance. */
  readonly rest: string;
}

/** Characters; fewer may agree by chance. */
const SHORTEST_REST = 6;

export function splitSnippet(before: string, after: string): SplitSnippet {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && before.at(-1 - length) === after.at(-1 - length)) length++;
  // The second half of a surrogate pair does not stand alone.
  const first = before.charCodeAt(before.length - length);
  if (length > 0 && first >= 0xdc00 && first <= 0xdfff) length--;
  if (length < SHORTEST_REST) return { before, after, rest: "" };
  return {
    before: before.slice(0, before.length - length),
    after: after.slice(0, after.length - length),
    rest: after.slice(after.length - length),
  };
}

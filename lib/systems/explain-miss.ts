/** Why an entry that a request could have read was not: it had ended, was still being written, or lies out of sight. */
import { formatSeconds, formatTokens } from "../values/figures";
import type { ComparableRequest, PlayedFact } from "./comparable";
import { type EntryTable, findAny } from "./kernels/entry-table";

/**
 * Of the entries beyond what was read the longest; null where there is none.
 * @param found index of the segment whose entry was read; -1 = none
 * @param sayUnseen why a live one at such a segment was not looked up
 */
export function explainMiss(
  table: EntryTable,
  { segments, at }: ComparableRequest,
  found: number,
  sayUnseen: (place: number, entryOf: string) => Pick<PlayedFact, "code" | "message">,
): PlayedFact | null {
  for (let place = segments.length - 1; place > found; place--) {
    const segment = segments[place];
    const entry = segment && findAny(table, segment.key);
    if (!segment || !entry) continue;
    const read = segments[found]?.prefix ?? 0;
    const told = { pointer: segment.pointer, tokens: entry.tokens - read };
    const entryOf = `An entry of ${formatTokens(entry.tokens)}`;
    if (at >= entry.expiresAt) {
      return { code: "expired", message: `${entryOf} was not read in time.`, ...told };
    }
    if (entry.readableAt > at) {
      const wait = formatSeconds(entry.readableAt - at);
      return { code: "not_yet_written", message: `${entryOf} can be read ${wait} later.`, ...told };
    }
    return { ...sayUnseen(place, entryOf), ...told };
  }
  return null;
}

/** Why an entry that a request could have read was not: it had ended, was still being written, or lies out of sight. */
import { tell } from "../words/message";
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
  sayUnseen: (place: number, tokens: number) => Pick<PlayedFact, "code" | "message">,
): PlayedFact | null {
  for (let place = segments.length - 1; place > found; place--) {
    const segment = segments[place];
    const entry = segment && findAny(table, segment.key);
    if (!segment || !entry) continue;
    const read = segments[found]?.prefix ?? 0;
    const told = { pointer: segment.pointer, tokens: entry.tokens - read };
    const size = { entry: entry.tokens };
    if (at >= entry.expiresAt) {
      return { code: "expired", message: tell("systems.entryExpired", size), ...told };
    }
    if (entry.readableAt > at) {
      const wait = tell("values.seconds", { seconds: entry.readableAt - at });
      return { code: "not_yet_written", message: tell("systems.entryPending", { ...size, wait }), ...told };
    }
    return { ...sayUnseen(place, entry.tokens), ...told };
  }
  return null;
}

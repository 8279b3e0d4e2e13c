/** The line of each cache entry on the map: down from the row that wrote it, to where it ends. */
import type { EntryLife } from "../../lib/timeline/simulate";
import type { RowsLayout } from "./lay-rows";

export interface EntryLine {
  /** Place in the list of entries. */
  readonly index: number;
  readonly tokens: number;
  /** Height at which the row that wrote it ends. */
  readonly from: number;
  /** From here on it can be read. */
  readonly readable: number;
  /** The last use: a read or a renewal; `readable` where there is none. */
  readonly used: number;
  /** Where it ends. */
  readonly to: number;
  /** False where the conversation is over before it ends. */
  readonly isEnded: boolean;
  readonly expiresAt: number;
}

/**
 * @param last start of the last request, in seconds
 * @returns in the order of the entries
 */
export function layEntries(entries: readonly EntryLife[], layout: RowsLayout, last: number): EntryLine[] {
  const { rows, yAt } = layout;
  return entries.flatMap((entry, index): EntryLine[] => {
    const row = rows[entry.createdBy];
    if (!row) return [];
    const isEnded = entry.expiresAt <= last;
    const from = row.barBottom;
    const to = Math.max(from + 6, yAt(entry.expiresAt));
    const readable = Math.min(Math.max(from, yAt(entry.readableAt)), to);
    const lastRead = rows[entry.readBy.at(-1) ?? -1]?.barTop ?? 0;
    // A renewal counts at the start of its request: the row just below this moment.
    const renewed = entry.renewals.length > 0 ? yAt(entry.renewals.at(-1) ?? 0) : 0;
    const used = Math.min(Math.max(readable, lastRead, renewed), to);
    return [{ index, tokens: entry.tokens, from, readable, used, to, isEnded, expiresAt: entry.expiresAt }];
  });
}

/** Lines that touch a stretch of the map, at most one a pixel: what lies upon another is not seen. */
export function linesIn(
  lines: readonly EntryLine[],
  x: (tokens: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): EntryLine[] {
  const drawn = new Set<string>();
  return lines.filter((line) => {
    if (line.to < top || line.from > bottom) return false;
    const place = `${Math.round(x(line.tokens))} ${Math.round(line.from)} ${Math.round(line.used)} ${Math.round(line.to)}`;
    if (drawn.has(place)) return false;
    drawn.add(place);
    return true;
  });
}

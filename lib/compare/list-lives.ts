/** Lives of what systems keep without entries of their own: whole prompts that end, and objects that are rented. */
import type { ComparableRequest } from "../systems/comparable";
import type { EntryLife } from "../systems/kernels/entry";
import type { PlayedTurn } from "./compared-system";

interface Kept extends EntryLife {
  readonly readBy: number[];
}

/** What one request left. */
function leave(
  { index, at, end, segments, prompt }: ComparableRequest,
  { created, prefixLife }: PlayedTurn,
  marked: number | undefined,
): { readonly entry: Kept; readonly keys: "all" | number } | null {
  const place = created && marked !== undefined ? segments[marked] : segments.at(-1);
  const pointer = place?.pointer ?? "";
  const entry = { pointer, model: "", createdAt: at, createdBy: index, renewals: [], readBy: [] };
  if (created) {
    const { tokens, createdAt, expiresAt } = created;
    return { entry: { ...entry, tokens, readableAt: createdAt, expiresAt }, keys: place?.key ?? -1 };
  }
  if (prefixLife === undefined) return null;
  return { entry: { ...entry, tokens: prompt, readableAt: end, expiresAt: at + prefixLife }, keys: "all" };
}

/**
 * One life a request that left something with an end, read by those that found it: of prompts the latest one that begins
 * alike, of objects the one of the same text.
 * @param order of their start
 */
export function listLives(
  requests: readonly ComparableRequest[],
  turns: readonly PlayedTurn[],
  order: readonly number[],
): EntryLife[] {
  const entries: Kept[] = [];
  /** Of each cache by key of a prefix, the latest that can be read. */
  const caches = new Map<number, Map<number, Kept>>();
  let running: {
    readonly entry: Kept;
    readonly keys: readonly number[];
    readonly latest: Map<number, Kept>;
  }[] = [];
  for (const index of order) {
    const request = requests[index];
    const played = turns[index];
    if (!request || !played) continue;
    const latest = caches.get(played.replica ?? 0) ?? new Map<number, Kept>();
    caches.set(played.replica ?? 0, latest);
    const marked = request.markers.at(-1)?.segment;
    const left = leave(request, played, marked);
    if (left) {
      entries.push(left.entry);
      const keys = left.keys === "all" ? request.points.map(({ key }) => key) : [left.keys];
      running.push({ entry: left.entry, keys, latest });
    }
    // An object can be used by the request that has it made.
    for (const ended of running) {
      if (ended.entry.readableAt > request.at) continue;
      for (const key of ended.keys) ended.latest.set(key, ended.entry);
    }
    running = running.filter(({ entry }) => entry.readableAt > request.at);
    if (played.turn.read === 0) continue;
    const found = request.points.findLast(({ key }) => {
      const entry = latest.get(key);
      return entry !== undefined && request.at < entry.expiresAt;
    });
    const entry = found && latest.get(found.key);
    if (entry && entry.createdBy !== index) entry.readBy.push(index);
  }
  return entries;
}

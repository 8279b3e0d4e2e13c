/** A stretch of a text that is to be taken out. */
import type { TextRange } from "../prompt/prompt";

export interface Removal extends TextRange {
  /** With its article, e.g. `a session id`. */
  readonly what: string;
  /** Quotes for the placeholder where a bare number stood in JSON; empty elsewhere. */
  readonly quote?: string;
}

/** Ascending and apart: of two that overlap one is made, named as the one given first. */
export function mergeRemovals(removals: readonly Removal[]): readonly Removal[] {
  if (removals.length < 2) return removals;
  const ranked = removals.map((removal, rank) => ({ removal, rank }));
  ranked.sort((a, b) => a.removal.start - b.removal.start || a.rank - b.rank);
  const merged: { removal: Removal; rank: number }[] = [];
  for (const next of ranked) {
    const last = merged.at(-1);
    if (!last || next.removal.start >= last.removal.end) {
      merged.push(next);
      continue;
    }
    const first = last.rank < next.rank ? last : next;
    const { start } = last.removal;
    const end = Math.max(last.removal.end, next.removal.end);
    const quote = last.removal.end === next.removal.end ? (last.removal.quote ?? "") : "";
    merged[merged.length - 1] = {
      removal: { what: first.removal.what, start, end, quote },
      rank: first.rank,
    };
  }
  return merged.map(({ removal }) => removal);
}

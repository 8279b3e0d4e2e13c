/** The blocks of the signature strip: one a segment, long runs of one state as one where there are many. */

import type { LedgerRow } from "../../lib/bill/ledger";
import type { SegmentView } from "../../lib/pipeline/analysis";
import type { StripSegment, StripState } from "../../lib/pipeline/compare-turns";
import { type Fate, fateOf } from "../../lib/timeline/fate";

export interface StripBlock {
  /** Of its first segment. */
  readonly pointer: string;
  readonly role: string;
  readonly state: StripState;
  /** Segments in it. */
  readonly count: number;
  /** Index of its first segment. */
  readonly index: number;
  readonly tokens: number;
  readonly fate: Fate;
}

/** More segments than this cannot be told apart in a side panel. */
const MANY = 60;

/**
 * The segments of the strip, measured: what stands before one that is measured alone, as tools may be, is part of it.
 * @param measured of the same request, in the same order
 */
export function alignSegments(
  strip: readonly StripSegment[],
  measured: readonly Pick<SegmentView, "pointer" | "prefix">[],
): { readonly tokens: number; readonly prefix: number }[] {
  const prefixes = new Map(measured.map(({ pointer, prefix }) => [pointer, prefix]));
  let before = 0;
  return strip.map(({ pointer }) => {
    const prefix = Math.max(before, prefixes.get(pointer) ?? before);
    const tokens = prefix - before;
    before = prefix;
    return { tokens, prefix };
  });
}

/** @param segments the same request's, measured: they have the tokens */
export function groupStrip(
  strip: readonly StripSegment[],
  segments: readonly Pick<SegmentView, "tokens" | "prefix">[],
  row: Pick<LedgerRow, "read" | "written">,
): StripBlock[] {
  const blocks: StripBlock[] = [];
  for (const [index, { pointer, role, state }] of strip.entries()) {
    const { tokens = 0, prefix = 0 } = segments[index] ?? {};
    const last = blocks.at(-1);
    if (strip.length > MANY && last?.state === state) {
      const all = last.tokens + tokens;
      const fate = fateOf(prefix - all, prefix, row);
      blocks[blocks.length - 1] = { ...last, count: last.count + 1, tokens: all, fate };
    } else {
      const fate = fateOf(prefix - tokens, prefix, row);
      blocks.push({ pointer, role, state, count: 1, index, tokens, fate });
    }
  }
  return blocks;
}

/** The beginning that all requests of a conversation share, which the axis can fold away so that small messages are seen. */
import type { TurnView } from "../../lib/pipeline/analysis";

/** A beginning that is no longer than what follows is not worth folding. */
const WORTH = 0.4;

/**
 * Tokens to the last message boundary before which every request has the same cuts; 0 where folding would gain nothing.
 * Boundaries at the same token of all requests are taken for the same: what is folded is still drawn in its colours.
 */
export function findCommonStart(turns: readonly Pick<TurnView, "bounds" | "ledger">[]): number {
  const [first, ...others] = turns;
  if (!first) return 0;
  let common = first.bounds.length - 1;
  for (const { bounds } of others) {
    let same = 0;
    while (same < common && bounds[same] === first.bounds[same]) same++;
    common = same;
    if (common === 0) return 0;
  }
  const start = first.bounds[Math.max(0, common - 1)] ?? 0;
  const longest = turns.reduce((most, { ledger }) => Math.max(most, ledger.prompt), 1);
  return start / longest >= WORTH ? start : 0;
}

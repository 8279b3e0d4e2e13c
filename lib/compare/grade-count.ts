/** How sure the counts of prompts are on a system: exact, or by which share they may be off. */
import { boundUncounted, listUncounted } from "../tokens/list-uncounted";
import type { Rate } from "../tokens/precision";
import type { CountGrade } from "./compared-system";
import type { Counting } from "./counting";
import type { PartRates } from "./frames";
import type { GivenPrompt } from "./given-request";
import { listPieces, type Piece } from "./list-pieces";

export interface Graded {
  readonly tokens: CountGrade;
  /** Shares of all input tokens; null where they are exact, or given. */
  readonly spread: Rate | null;
}

const EXACT: Rate = { less: 0, more: 0 };

function rateOf({ role, kind, media }: Piece, parts: PartRates): Rate {
  if (media) return parts.images;
  if (role === "tools") return parts.tools;
  if (kind === "tool_use") return parts.calls;
  if (kind === "tool_result") return parts.results;
  return kind === "thinking" ? parts.thinking : EXACT;
}

/** @param total input tokens of all prompts, as they are counted */
export function gradeCount(given: readonly GivenPrompt[], counting: Counting, total: number): Graded {
  const { counter, frame, rate, scale } = counting;
  /** In tokens, besides the rate of all. */
  let less = 0;
  let more = 0;
  for (const { prompt } of given) {
    const bounds = boundUncounted(listUncounted(prompt), counter);
    for (const bound of bounds.values()) more += bound;
    if (rate) continue;
    if (frame.isStartOpen) less += frame.start;
    if (prompt.tools.length > 0) more += frame.toolWords;
    for (const piece of listPieces(prompt)) {
      const own = rateOf(piece, frame.parts);
      if (own === EXACT) continue;
      const tokens = counter.count(piece.text) * scale + (piece.media?.tokens ?? 0);
      less += own.less * tokens;
      more += own.more * tokens;
    }
  }
  if (total === 0 || (!rate && less === 0 && more === 0)) return { tokens: "exact", spread: null };
  const { less: lower, more: higher } = rate ?? EXACT;
  return {
    tokens: "estimate",
    spread: { less: Math.min(1, lower + less / total), more: higher + more / total },
  };
}

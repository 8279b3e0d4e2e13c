/** What becomes of the markers a tool sends, by the rules of the model's generation. */
import type { Generation } from "../offers/model";
import { type Message, tell } from "../words/message";
import type { SentMarker } from "./recipe";

export interface FoldedMarker extends SentMarker {
  /** Why it has no breakpoint of its own, one sentence; null where it has one. */
  readonly lost: Message | null;
}

const TOOLS = tell("connect.toolsIgnored");
const FOUR = tell("connect.lastFour");
const NOT_OFFERED = tell("connect.markersWithoutEffect");
const SLOTS = 4;

const mergedInto = (segment: SentMarker["segment"]): Message =>
  segment === "system" ? tell("connect.systemMerged") : tell("connect.messageMerged");

/**
 * Qwen3.5 and later keep one marker a message and one for all of `system`; older models and Qwen4 keep each part's.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 * @param generation null = not known: then as Qwen3.5 and later
 * @param isOffered false where the model has no explicit cache in the region: no marker counts then
 */
export function foldMarkers(
  sent: readonly SentMarker[],
  generation: Generation | null,
  isOffered = true,
): FoldedMarker[] {
  if (!isOffered) return sent.map((marker) => ({ ...marker, lost: NOT_OFFERED }));
  const keepsParts = generation === "classic-part" || generation === "qwen4";
  const folded = sent.map((marker, index): FoldedMarker => {
    const later = sent.slice(index + 1).some(({ segment }) => segment === marker.segment);
    if (marker.segment === "tools") return { ...marker, lost: TOOLS };
    return { ...marker, lost: later && !keepsParts ? mergedInto(marker.segment) : null };
  });
  const kept = folded.filter(({ lost }) => lost === null);
  const dropped = new Set(kept.slice(0, Math.max(0, kept.length - SLOTS)));
  return folded.map((marker) => (dropped.has(marker) ? { ...marker, lost: FOUR } : marker));
}

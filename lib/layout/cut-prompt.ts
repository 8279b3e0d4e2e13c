/** Cuts a measured prompt where entries may end, and says at which cut each part and message ends. */
import type { Granularity } from "../offers/model";
import type { Prompt } from "../prompt/prompt";
import type { Measured, MeasuredSegment } from "../tokens/measured";
import type { Chunk, Cut } from "./layout";
import { EMPTY_PREFIX, type PrefixIndex } from "./prefix-index";

/** Where a part ends. */
export interface PartPlace {
  /** Index of the cut at which a marker on the part takes effect. */
  readonly cut: number;
  /** Why that is not the part's own end; null where it is. */
  readonly widened: "message" | "system" | null;
}

export interface CutPrompt {
  readonly cuts: readonly Cut[];
  readonly chunks: readonly Chunk[];
  /** By part pointer; a part that is not rendered has none. */
  readonly places: ReadonlyMap<string, PartPlace>;
}

/** Identity after a stretch of a segment: its text, and its media, which all look alike in the text. */
function extendBy(start: number, text: string, media: string | undefined, index: PrefixIndex): number {
  const key = index.extend(start, text);
  return media ? index.extend(key, `\0media ${media}`) : key;
}

/** Cuts of one segment: its parts' ends where the model keeps them apart, else its own end alone. */
function cutSegment(
  segment: MeasuredSegment,
  whole: boolean,
  start: number,
  blocksBefore: number,
  index: PrefixIndex,
): Cut[] {
  const end: Cut = {
    pointer: segment.pointer,
    key: extendBy(start, segment.chunk, segment.cuts.at(-1)?.media, index),
    prefix: segment.prefix,
    blocks: blocksBefore + segment.blocks,
  };
  const last = segment.cuts.at(-1);
  if (whole || !last) return [end];
  const inner = segment.cuts.slice(0, -1).map((part, order) => ({
    pointer: part.pointer,
    key: extendBy(start, segment.chunk.slice(0, part.end), part.media, index),
    prefix: part.prefix,
    blocks: blocksBefore + Math.min(order + 1, segment.blocks),
  }));
  return [...inner, { ...end, pointer: last.pointer }];
}

/**
 * Cuts of a prompt, ascending. Merged system messages (rule E15) and, on message-level models, every message (E14)
 * are cut at their end only; `wholeUserMessages` does that for user messages of a part-level model (E12).
 * Rules: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25).
 */
export function cutPrompt(
  prompt: Prompt,
  measured: Measured,
  granularity: Granularity,
  wholeUserMessages: boolean,
  index: PrefixIndex,
): CutPrompt {
  const messages = new Map(prompt.messages.map((message) => [message.pointer, message]));
  const cuts: Cut[] = [];
  const chunks: Chunk[] = [];
  const places = new Map<string, PartPlace>();
  let start = EMPTY_PREFIX;
  let prefix = 0;
  let blocks = 0;
  for (const segment of measured.segments) {
    const merged = segment.members.length > 1;
    const whole = merged || granularity === "message" || (wholeUserMessages && segment.role === "user");
    const first = cuts.length;
    cuts.push(...cutSegment(segment, whole, start, blocks, index));
    const widened = merged ? "system" : whole ? "message" : null;
    for (const member of segment.members) {
      for (const part of messages.get(member)?.parts ?? []) {
        places.set(part.pointer, { cut: cuts.length - 1, widened });
      }
    }
    if (!whole) {
      for (const [order, part] of segment.cuts.entries()) {
        places.set(part.pointer, { cut: first + order, widened: null });
      }
    }
    const media = segment.cuts.at(-1)?.media;
    chunks.push({ start, prefix, text: segment.chunk, ...(media ? { media } : {}) });
    start = cuts.at(-1)?.key ?? start;
    prefix = segment.prefix;
    blocks += segment.blocks;
  }
  chunks.push({ start, prefix, text: measured.tailText });
  return { cuts, chunks, places };
}

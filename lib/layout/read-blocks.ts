/** Reads the blocks of a measured prompt, each with the identity of the prefix up to its end. */
import { thinkingOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { type Readings, readingOf } from "../offers/readings";
import type { Message, Prompt } from "../prompt/prompt";
import type { Measured, MeasuredSegment } from "../tokens/measured";
import { append } from "../values/long-lists";
import type { Block, BlockMarker, BlockSegment, Blocks } from "./blocks";
import type { Chunk } from "./layout";
import { EMPTY_PREFIX, type PrefixIndex } from "./prefix-index";

/** Identity after a stretch of a segment: its text, and its media, which all look alike in the text. */
function extendBy(start: number, text: string, media: string | undefined, index: PrefixIndex): number {
  const key = index.extend(start, text);
  return media ? index.extend(key, `\0media ${media}`) : key;
}

const levelOf = (role: string): BlockSegment["level"] =>
  role === "tools" || role === "system" ? role : "message";

/** The blocks of one segment; the last one ends where the segment does. */
function readSegment(
  segment: MeasuredSegment,
  start: number,
  blocksBefore: number,
  index: PrefixIndex,
): Block[] {
  const { cuts, chunk, role, pointer, blocks } = segment;
  const last = cuts.at(-1);
  const owner: BlockSegment = {
    level: levelOf(role),
    role,
    pointer,
    isMerged: segment.members.length > 1,
  };
  const end: Block = {
    pointer: last?.pointer ?? pointer,
    key: extendBy(start, chunk, last?.media, index),
    prefix: segment.prefix,
    blocks: blocksBefore + blocks,
    segment: owner,
    isEnd: true,
  };
  if (cuts.length < 2) return [end];
  const inner = cuts.slice(0, -1).map(
    (part, order): Block => ({
      pointer: part.pointer,
      key: extendBy(start, chunk.slice(0, part.end), part.media, index),
      prefix: part.prefix,
      blocks: blocksBefore + Math.min(order + 1, blocks),
      segment: owner,
      isEnd: false,
    }),
  );
  return [...inner, end];
}

/** Identities that no rendered text can have, since a chunk never starts with NUL. */
function openingOf(prompt: Prompt, measured: Measured, index: PrefixIndex): Blocks["opening"] {
  const [first] = measured.segments;
  const hasSystem = first !== undefined && levelOf(first.role) !== "message";
  const systems = prompt.messages.filter(({ role }) => role === "system");
  const heads = systems.length > 0 ? systems : prompt.messages.slice(0, 1);
  const headText = heads.flatMap(({ parts }) => parts.map(({ text }) => text)).join("\n");
  const toolsText = JSON.stringify(prompt.tools.map(({ value }) => value));
  return {
    end: hasSystem ? first.prefix : 0,
    tools: index.extend(EMPTY_PREFIX, `\0tools ${toolsText}`),
    head: index.extend(EMPTY_PREFIX, `\0head ${headText}`),
  };
}

function hasMiddleSystem({ dialect, messages }: Prompt): boolean {
  if (dialect !== "anthropic") return false;
  const first = messages.findIndex(({ role }) => role !== "system");
  return first >= 0 && messages.slice(first).some(({ role }) => role === "system");
}

/** What tells prefixes apart besides their text. */
export interface ReadAs {
  /** Absent = as assumed. */
  readonly readings?: Readings;
  /** Whose default of thinking counts where the request says nothing. */
  readonly model?: Model | null;
}

/** Where requests with and without thinking share nothing, the empty prefix of the one is not that of the other. */
function startOf(prompt: Prompt, { readings, model = null }: ReadAs, index: PrefixIndex): number {
  if (readingOf(readings, "thinking-switch") === "shared") return EMPTY_PREFIX;
  return index.extend(EMPTY_PREFIX, `\0thinking ${thinkingOf(model, prompt.thinking) ?? false}`);
}

/**
 * Reads the blocks of a prompt.
 * @param index shared by all requests whose prefixes are to be compared
 * @param model whose entries the request shares
 */
export function readBlocks(
  prompt: Prompt,
  measured: Measured,
  index: PrefixIndex,
  model: string,
  readAs: ReadAs = {},
): Blocks {
  const messages = new Map<string, Message>(prompt.messages.map((message) => [message.pointer, message]));
  const blocks: Block[] = [];
  const chunks: Chunk[] = [];
  /** By part; one that is not rendered by itself ends where its segment does. */
  const places = new Map<string, number>();
  let start = startOf(prompt, readAs, index);
  const formsDiffer = readingOf(readAs.readings, "string-and-array") === "apart";
  let prefix = 0;
  let counted = 0;
  for (const segment of measured.segments) {
    const first = blocks.length;
    if (formsDiffer && messages.get(segment.pointer)?.form === "array")
      start = index.extend(start, "\0array");
    append(blocks, readSegment(segment, start, counted, index));
    for (const member of segment.members) {
      for (const { pointer } of messages.get(member)?.parts ?? []) places.set(pointer, blocks.length - 1);
    }
    for (const [order, { pointer }] of segment.cuts.entries()) places.set(pointer, first + order);
    const media = segment.cuts.at(-1)?.media;
    chunks.push({ start, prefix, text: segment.chunk, ...(media ? { media } : {}) });
    start = blocks.at(-1)?.key ?? start;
    prefix = segment.prefix;
    counted += segment.blocks;
  }
  chunks.push({ start, prefix, text: measured.tailText });
  return {
    model,
    blocks,
    markers: prompt.markers.map(
      ({ pointer, owner, place, key, value }): BlockMarker => ({
        pointer,
        place,
        block: place === "part" ? (places.get(owner) ?? null) : null,
        form: { key, value },
      }),
    ),
    prompt: measured.total,
    thinking: prompt.thinking,
    bandSteps: measured.bandSteps,
    ...(prompt.dialect === "responses" ? { viaResponses: true } : {}),
    ...(hasMiddleSystem(prompt) ? { hasMiddleSystem: true } : {}),
    opening: openingOf(prompt, measured, index),
    chunks,
  };
}

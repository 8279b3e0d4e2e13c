/** Reads the blocks of a measured prompt, each with the identity of the prefix up to its end. */
import { thinkingOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { type Readings, readingOf } from "../offers/readings";
import type { Marker, Message, Prompt } from "../prompt/prompt";
import type { Measured, MeasuredSegment } from "../tokens/measured";
import { countAlike } from "../values/count-alike";
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
  const headText = headsOf(prompt)
    .flatMap(({ parts }) => parts.map(({ text }) => text))
    .join("\n");
  const toolsText = JSON.stringify(prompt.tools.map(({ value }) => value));
  return {
    end: hasSystem ? first.prefix : 0,
    tools: index.extend(EMPTY_PREFIX, `\0tools ${toolsText}`),
    head: index.extend(EMPTY_PREFIX, `\0head ${headText}`),
  };
}

/** A request that was read, for the next one to take over what both begin with. */
interface Read {
  readonly prompt: Prompt;
  readonly measured: Measured;
  readonly blocks: Blocks;
  readonly chunks: readonly Chunk[];
  /** Identity of its empty prefix. */
  readonly empty: number;
  readonly readings: Readings | undefined;
}

const headsOf = ({ messages }: Prompt): readonly Message[] => {
  const systems = messages.filter(({ role }) => role === "system");
  return systems.length > 0 ? systems : messages.slice(0, 1);
};

function hasSameOpening(prompt: Prompt, before: Prompt): boolean {
  if (prompt.tools !== before.tools) return false;
  const [heads, others] = [headsOf(prompt), headsOf(before)];
  return heads.length === others.length && countAlike(heads, others) === heads.length;
}

/**
 * Where each part ends, by its pointer, as a number of its block; one that is not rendered by itself ends where its
 * segment does.
 */
function createPlaces() {
  const places = new Map<string, number>();
  /** The parts of all messages that stand in the segments from one on. */
  function* partsBehind({ messages }: Prompt, segments: readonly MeasuredSegment[], from: number) {
    const open = new Map<string, number>();
    for (let at = from; at < segments.length; at++)
      for (const member of segments[at]?.members ?? []) open.set(member, at);
    for (let at = messages.length - 1; at >= 0 && open.size > 0; at--) {
      const { pointer, parts } = messages[at] as Message;
      const segment = open.get(pointer);
      if (segment === undefined || !open.delete(pointer)) continue;
      for (const part of parts) yield [part.pointer, segment] as const;
    }
  }
  return {
    get: (owner: string): number | null => places.get(owner) ?? null,
    drop({ prompt, measured: { segments } }: Pick<Read, "prompt" | "measured">, from: number): void {
      for (const [pointer] of partsBehind(prompt, segments, from)) places.delete(pointer);
      for (const { cuts } of segments.slice(from)) for (const { pointer } of cuts) places.delete(pointer);
    },
    /** @param ends number of the last block of each segment from `from` on */
    add(
      { prompt, measured: { segments } }: Pick<Read, "prompt" | "measured">,
      from: number,
      ends: readonly number[],
    ): void {
      for (const [pointer, segment] of partsBehind(prompt, segments, from))
        places.set(pointer, ends[segment - from] ?? -1);
      for (const [order, { cuts }] of segments.slice(from).entries()) {
        const first = (ends[order] ?? 0) - cuts.length + 1;
        for (const [cut, { pointer }] of cuts.entries()) places.set(pointer, first + cut);
      }
    },
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
  readonly readings?: Readings | undefined;
  /** Whose default of thinking counts where the request says nothing. */
  readonly model?: Model | null;
}

/** Where requests with and without thinking share nothing, the empty prefix of the one is not that of the other. */
function startOf(prompt: Prompt, { readings, model = null }: ReadAs, index: PrefixIndex): number {
  if (readingOf(readings, "thinking-switch") === "shared") return EMPTY_PREFIX;
  return index.extend(EMPTY_PREFIX, `\0thinking ${thinkingOf(model, prompt.thinking) ?? false}`);
}

/** Pointers of the messages whose text is not that of a string; none where that makes no difference. */
function listArrays({ messages }: Prompt, { readings }: ReadAs): ReadonlySet<string> {
  const parts = readingOf(readings, "string-and-array") === "apart" ? messages : [];
  return new Set(parts.filter(({ form }) => form === "array").map(({ pointer }) => pointer));
}

/** @param blockOf number of the block in which a part ends */
function readMarkers(
  prompt: Prompt,
  { readings }: ReadAs,
  blockOf: (part: string) => number | null,
): readonly BlockMarker[] {
  const read = ({ pointer, place, key, value }: Marker, block: number | null): BlockMarker => ({
    pointer,
    place,
    block,
    form: { key, value },
  });
  const own = prompt.markers.map((marker) =>
    read(marker, marker.place === "part" ? blockOf(marker.owner) : null),
  );
  if (readingOf(readings, "nested-marker") === "ignored") return own;
  const nested = prompt.messages.flatMap(({ parts }) =>
    parts.flatMap(({ pointer, nested = [] }) => nested.map((marker) => read(marker, blockOf(pointer)))),
  );
  // Markers on nothing that is rendered keep their place among the others by standing first.
  return [...own, ...nested].sort((a, b) => (a.block ?? -1) - (b.block ?? -1));
}

/** Reads the blocks of a measured prompt; `model` is whose entries the request shares. */
export type BlockReader = (prompt: Prompt, measured: Measured, model: string, readAs?: ReadAs) => Blocks;

/**
 * Reads the blocks of requests one after the other. A request costs what is new in it: blocks of segments that the request
 * before begins with too are the same objects.
 * @param index shared by all requests whose prefixes are to be compared
 */
export function createBlockReader(index: PrefixIndex): BlockReader {
  const places = createPlaces();
  let last: Read | null = null;
  return (prompt, measured, model, readAs = {}) => {
    const { segments } = measured;
    const empty = startOf(prompt, readAs, index);
    // Prefixes that begin otherwise share nothing.
    if (last && (last.empty !== empty || last.readings !== readAs.readings)) {
      places.drop(last, 0);
      last = null;
    }
    const arrays = listArrays(prompt, readAs);
    const shared = last ? countAlike(segments, last.measured.segments) : 0;
    const gone = last?.measured.segments.slice(shared) ?? [];
    const left = (last?.blocks.blocks.length ?? 0) - gone.reduce((sum, { cuts }) => sum + cuts.length, 0);
    const blocks = last?.blocks.blocks.slice(0, left) ?? [];
    const chunks = last?.chunks.slice(0, shared) ?? [];
    if (last) places.drop(last, shared);
    const ends: number[] = [];
    for (const segment of segments.slice(shared)) {
      const before = blocks.at(-1);
      const end = before?.key ?? empty;
      const start = arrays.has(segment.pointer) ? index.extend(end, "\0array") : end;
      const media = segment.cuts.at(-1)?.media;
      chunks.push({
        start,
        prefix: segments[chunks.length - 1]?.prefix ?? 0,
        text: segment.chunk,
        ...(media ? { media } : {}),
      });
      for (const block of readSegment(segment, start, before?.blocks ?? 0, index)) blocks.push(block);
      ends.push(blocks.length - 1);
    }
    places.add({ prompt, measured }, shared, ends);
    chunks.push({
      start: blocks.at(-1)?.key ?? empty,
      prefix: segments.at(-1)?.prefix ?? 0,
      text: measured.tailText,
    });
    const opening =
      last?.blocks.opening && shared > 0 && hasSameOpening(prompt, last.prompt)
        ? last.blocks.opening
        : openingOf(prompt, measured, index);
    const read: Blocks = {
      model,
      blocks,
      markers: readMarkers(prompt, readAs, places.get),
      prompt: measured.total,
      thinking: prompt.thinking,
      bandSteps: measured.bandSteps,
      ...(prompt.dialect === "responses" ? { viaResponses: true } : {}),
      ...(hasMiddleSystem(prompt) ? { hasMiddleSystem: true } : {}),
      opening,
      chunks,
    };
    last = { prompt, measured, blocks: read, chunks, empty, readings: readAs.readings };
    return read;
  };
}

/** Reads the blocks of one prompt by itself. */
export const readBlocks = (
  prompt: Prompt,
  measured: Measured,
  index: PrefixIndex,
  model: string,
  readAs?: ReadAs,
): Blocks => createBlockReader(index)(prompt, measured, model, readAs);

/** Reads the blocks of a text-free request: segments known by name and size, markers by index. */
import type { Block, BlockMarker, BlockSegment, Blocks } from "./blocks";
import { EMPTY_PREFIX, type PrefixIndex } from "./prefix-index";

export interface SegmentSize {
  /** Same id and same predecessors = same prefix. */
  readonly id: string;
  readonly tokens: number;
  readonly blocks: number;
}

export interface SegmentRequest {
  /** Whose entries the request shares. */
  readonly model: string;
  readonly segments: readonly SegmentSize[];
  /** Indices of the segments after which a marker stands. */
  readonly markers: readonly number[];
  /** Tokens after the last segment. */
  readonly tail: number;
}

/** A text-free segment says nothing of its role, and is whole. */
const SEGMENT: BlockSegment = { level: "message", role: "user", pointer: "", isMerged: false };

const pointers: string[] = [];

/** The pointer of a segment; one string for all requests. */
function pointerOf(order: number): string {
  const pointer = pointers[order] ?? `/segments/${order}`;
  pointers[order] = pointer;
  return pointer;
}

/** Blocks of the segments, those of `previous` where they are the same ones. */
function readAll(
  segments: readonly SegmentSize[],
  index: PrefixIndex,
  previous: readonly Block[],
): readonly Block[] {
  // A root of their own keeps ids apart from rendered text.
  let key = index.extend(EMPTY_PREFIX, "\0segments");
  let prefix = 0;
  let blocks = 0;
  let shared = 0;
  let allShared = true;
  const fresh: Block[] = [];
  for (let order = 0; order < segments.length; order++) {
    const segment = segments[order];
    if (!segment) break;
    // The empty id names a segment like any other, whereas an empty text continues nothing.
    key = index.extend(key, segment.id === "" ? "\0empty" : segment.id);
    prefix += segment.tokens;
    blocks += segment.blocks;
    if (allShared) {
      const known = previous[order];
      if (known?.key === key && known.prefix === prefix && known.blocks === blocks) {
        shared++;
        continue;
      }
      allShared = false;
    }
    fresh.push({ pointer: pointerOf(order), key, prefix, blocks, segment: SEGMENT, isEnd: true });
  }
  const kept = shared === previous.length ? previous : previous.slice(0, shared);
  return fresh.length === 0 ? kept : kept.concat(fresh);
}

/**
 * Reads a text-free request. Pointers are `/segments/<index>` and `/markers/<index>`.
 * A marker after a segment that does not exist marks nothing.
 * @param previous blocks of a request that starts alike, by the same `index` and also text-free: they are shared as far
 *   as they are the same, so that a long conversation does not hold one copy of them for each request
 */
export function readSegments(
  { model, segments, markers, tail }: SegmentRequest,
  index: PrefixIndex,
  previous?: Blocks,
): Blocks {
  const blocks = readAll(segments, index, previous?.blocks ?? []);
  return {
    model,
    blocks,
    markers: markers.map(
      (segment, order): BlockMarker => ({
        pointer: `/markers/${order}`,
        place: "part",
        block: segment < blocks.length ? segment : null,
        form: null,
      }),
    ),
    prompt: (blocks.at(-1)?.prefix ?? 0) + tail,
    thinking: null,
    bandSteps: [],
  };
}

/** Lays out a text-free request: segments known by name and size, markers by index. */
import { thinkingOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { type LaidOut, limitsOf } from "./lay-out";
import type { Cut, Layout } from "./layout";
import { EMPTY_PREFIX, type PrefixIndex } from "./prefix-index";
import { type PlacedMarker, resolveMarkers } from "./resolve-markers";

export interface SegmentSize {
  /** Same id and same predecessors = same prefix. */
  readonly id: string;
  readonly tokens: number;
  readonly blocks: number;
}

export interface SegmentRequest {
  readonly model: Model | null;
  /** Whose entries the request shares. */
  readonly modelName: string;
  readonly segments: readonly SegmentSize[];
  /** Indices of the segments after which a marker stands. */
  readonly markers: readonly number[];
  /** Tokens after the last segment. */
  readonly tail: number;
}

const pointers: string[] = [];

/** The pointer of a segment; one string for all requests. */
function pointerOf(order: number): string {
  const pointer = pointers[order] ?? `/segments/${order}`;
  pointers[order] = pointer;
  return pointer;
}

/** Cuts of the segments, those of `previous` where they are the same ones. */
function cutSegments(
  segments: readonly SegmentSize[],
  index: PrefixIndex,
  previous: readonly Cut[],
): readonly Cut[] {
  // A root of their own keeps ids apart from rendered text.
  let key = index.extend(EMPTY_PREFIX, "\0segments");
  let prefix = 0;
  let blocks = 0;
  let shared = 0;
  let allShared = true;
  const fresh: Cut[] = [];
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
    fresh.push({ pointer: pointerOf(order), key, prefix, blocks });
  }
  const kept = shared === previous.length ? previous : previous.slice(0, shared);
  return fresh.length === 0 ? kept : kept.concat(fresh);
}

/**
 * Lays out a text-free request. Pointers are `/segments/<index>` and `/markers/<index>`.
 * A marker after a segment that does not exist is ignored.
 * @param previous layout of a request that starts alike, by the same `index` and also text-free: its cuts are shared as far
 *   as they are the same, so that a long conversation does not hold one copy of them for each request
 */
export function layOutSegments(request: SegmentRequest, index: PrefixIndex, previous?: Layout): LaidOut {
  const { model, segments, tail } = request;
  const cuts = cutSegments(segments, index, previous?.cuts ?? []);
  const placed = request.markers.map((segment, order): PlacedMarker => {
    const pointer = `/markers/${order}`;
    const cut = cuts[segment];
    if (!cut) return { pointer, ignored: `There is no segment ${segment} to mark.` };
    return {
      pointer,
      cut: segment,
      prefix: cut.prefix,
      mergedInto: "Another marker after the same segment stands for this one.",
    };
  });
  const { markers, breakpoints } = resolveMarkers(placed, limitsOf(model));
  return {
    markers,
    layout: {
      model: request.modelName,
      cuts,
      marked: request.markers.length > 0,
      breakpoints,
      prompt: (cuts.at(-1)?.prefix ?? 0) + tail,
      thinking: thinkingOf(model, null),
    },
  };
}

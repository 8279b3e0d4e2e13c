/** Lays out a text-free request: segments known by name and size, markers by index. */
import { thinkingOf } from "../models/catalogue";
import type { Model } from "../models/model";
import { type LaidOut, limitsOf } from "./lay-out";
import type { Cut } from "./layout";
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

/**
 * Lays out a text-free request. Pointers are `/segments/<index>` and `/markers/<index>`.
 * A marker after a segment that does not exist is ignored.
 */
export function layOutSegments(request: SegmentRequest, index: PrefixIndex): LaidOut {
  const { model, segments, tail } = request;
  // A root of their own keeps ids apart from rendered text.
  let key = index.extend(EMPTY_PREFIX, "\0segments");
  let prefix = 0;
  let blocks = 0;
  const cuts = segments.map((segment, order): Cut => {
    // The empty id names a segment like any other, whereas an empty text continues nothing.
    key = index.extend(key, segment.id === "" ? "\0empty" : segment.id);
    prefix += segment.tokens;
    blocks += segment.blocks;
    return { pointer: `/segments/${order}`, key, prefix, blocks };
  });
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
      prompt: prefix + tail,
      thinking: thinkingOf(model, null),
    },
  };
}

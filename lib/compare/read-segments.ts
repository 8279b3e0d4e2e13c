/** Requests given by segments, as every system meets them: prefixes numbered, and shared as far as they are the same. */
import { EMPTY_PREFIX, type PrefixIndex } from "../layout/prefix-index";
import type { ComparableMarker, ComparableRequest, ComparableSegment } from "../systems/comparable";
import type { GivenRequest, GivenSegment, GivenSegments } from "./given-request";

/** What both forms of a request have in common. */
export const timingOf = (
  { at, duration, firstToken, completion, conversation }: GivenRequest,
  index: number,
): Pick<ComparableRequest, "index" | "at" | "firstToken" | "end" | "completion" | "conversation"> => ({
  index,
  at,
  firstToken: at + firstToken,
  end: at + duration,
  completion,
  conversation,
});

const isSame = (known: ComparableSegment, key: number, prefix: number, given: GivenSegment): boolean =>
  known.key === key &&
  known.prefix === prefix &&
  known.role === given.role &&
  known.kind === given.kind &&
  known.blocks === given.blocks;

/** Those of `previous` where they are the same ones: a long conversation does not hold a copy for each request. */
function numberAll(
  given: readonly GivenSegment[],
  index: PrefixIndex,
  previous: readonly ComparableSegment[],
): readonly ComparableSegment[] {
  // A root of their own keeps ids apart from text.
  let key = index.extend(EMPTY_PREFIX, "\0segments");
  let prefix = 0;
  return given.map((segment, order) => {
    // The empty id names a segment like any other, whereas an empty text continues nothing.
    key = index.extend(key, segment.id === "" ? "\0empty" : segment.id);
    prefix += segment.tokens;
    const known = previous[order];
    if (known && isSame(known, key, prefix, segment)) return known;
    const { tokens, role, kind, blocks } = segment;
    return {
      pointer: `/segments/${order}`,
      key,
      prefix,
      tokens,
      role,
      kind,
      blocks,
      isMessageEnd: true,
    };
  });
}

/** @param previous segments of a request that starts alike, by the same index */
export function readSegments(
  request: GivenSegments,
  number: number,
  index: PrefixIndex,
  previous: readonly ComparableSegment[],
): ComparableRequest {
  const segments = numberAll(request.segments, index, previous);
  return {
    ...timingOf(request, number),
    segments,
    // Ids part at segment ends alone.
    points: segments,
    markers: request.markers.map(
      ({ after, ttl }, order): ComparableMarker => ({
        pointer: `/markers/${order}`,
        segment: after,
        ...(ttl === undefined ? {} : { ttl }),
      }),
    ),
    prompt: segments.at(-1)?.prefix ?? 0,
  };
}

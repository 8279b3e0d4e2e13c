/** Finds the segment of a request that a pointer belongs to. */
import type { RequestView } from "../../lib/pipeline/analysis";
import { isWithin } from "../../lib/prompt/json-pointer";

/** @returns the segment's pointer; tools belong to the first segment; null where there is none */
export function findSegment({ segments }: Pick<RequestView, "segments">, pointer: string): string | null {
  if (pointer === "") return null;
  const found = segments.find(
    (segment) =>
      isWithin(pointer, segment.pointer) || segment.members.some((member) => isWithin(pointer, member)),
  );
  if (found) return found.pointer;
  return isWithin(pointer, "/tools") ? (segments[0]?.pointer ?? null) : null;
}

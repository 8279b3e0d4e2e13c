"use client";
/** What the lines in the prefix panel mean, and what could not be drawn in it. */
import type { RequestView } from "../../lib/pipeline/analysis";
import { formatCount } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";

interface PrefixNotesProps {
  readonly request: RequestView;
  /** Prefix of the marker whose look-back is drawn; null where there is none. */
  readonly lookbackFrom: number | null;
}

export function PrefixNotes({ request, lookbackFrom }: PrefixNotesProps) {
  const { markers, minimum, total, lookbackBlocks, maxMarkers } = request;
  const isElsewhere = usePlayground((state) => state.good?.timeline.playedBy !== null);
  const outOfPlace = markers.filter((marker) => marker.segment === null).length;
  const effective = markers.some((marker) => marker.status === "effective");
  return (
    <>
      {outOfPlace > 0 && (
        <p className="mt-3 text-xs text-mute">
          {outOfPlace} {outOfPlace === 1 ? "marker has" : "markers have"} no place in the prefix and{" "}
          {outOfPlace === 1 ? "is" : "are"} ignored. See Problems.
        </p>
      )}
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t border-line-soft pt-2 text-[11.5px] text-faint">
        {minimum < total && <span>┆ minimum {formatCount(minimum)} tokens</span>}
        {lookbackFrom !== null && lookbackBlocks > 0 && (
          <span>
            │ {isElsewhere ? "look-back" : `${lookbackBlocks}-block look-back`} of the marker at{" "}
            {formatCount(lookbackFrom)}
          </span>
        )}
        {!effective && maxMarkers > 0 && <span>No marker takes effect: this request writes no entry.</span>}
      </p>
    </>
  );
}

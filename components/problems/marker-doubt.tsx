"use client";
/** The one sentence on markers that have no effect where requests go, or may have none; nothing where they count. */
import { findCacheOffer } from "../../lib/offers/cache-offers";
import { doubtMarkers } from "../../lib/offers/doubt-markers";
import type { Region } from "../../lib/offers/model";
import { usePlayground } from "../playground-context";
import { Sentence } from "../words/sentence";

interface MarkerDoubtProps {
  /** Where the requests go; null = not known. */
  readonly region: Region | null;
  /** True where nobody chose that region. */
  readonly isAssumed: boolean;
  /** True where the requests get markers that the document may not have. */
  readonly isPlaced: boolean;
}

export function MarkerDoubt({ region, isAssumed, isPlaced }: MarkerDoubtProps) {
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const isMarked = usePlayground((state) => (state.good?.request.markers.length ?? 0) > 0);
  const prices = usePlayground((state) => state.settings.prices);
  if (!isMarked && !isPlaced) return null;
  const doubt = doubtMarkers(model, region, isAssumed, findCacheOffer(model, region, "explicit", prices));
  if (!doubt) return null;
  return (
    <p role="note" className={doubt.kind === "none" ? "text-bad" : "text-warn"}>
      <Sentence said={doubt.sentence} />
    </p>
  );
}

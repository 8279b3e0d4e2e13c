"use client";
/** What the lines in the prefix panel mean, and what could not be drawn in it. */
import type { RequestView } from "../../lib/pipeline/analysis";
import { formatCount } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";

interface PrefixNotesProps {
  readonly request: RequestView;
  /** Prefix of the marker whose look-back is drawn; null where there is none. */
  readonly lookbackFrom: number | null;
}

export function PrefixNotes({ request, lookbackFrom }: PrefixNotesProps) {
  const { t } = useWords();
  const { markers, minimum, total, lookbackBlocks, maxMarkers } = request;
  const isElsewhere = usePlayground((state) => state.good?.timeline.playedBy !== null);
  const outOfPlace = markers.filter((marker) => marker.segment === null).length;
  const effective = markers.some((marker) => marker.status === "effective");
  return (
    <>
      {outOfPlace > 0 && (
        <p className="mt-3 text-xs text-mute">{t("segments.outOfPlace", { count: outOfPlace })}</p>
      )}
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t border-line-soft pt-2 text-[11.5px] text-faint">
        {minimum < total && <span>┆ {t("segments.minimum", { minimum: formatCount(minimum) })}</span>}
        {lookbackFrom !== null && lookbackBlocks > 0 && (
          <span>
            │{" "}
            {isElsewhere
              ? t("segments.lookback", { tokens: formatCount(lookbackFrom) })
              : t("segments.blockLookback", {
                  blocks: `${lookbackBlocks}`,
                  tokens: formatCount(lookbackFrom),
                })}
          </span>
        )}
        {!effective && maxMarkers > 0 && <span>{t("segments.noEntry")}</span>}
      </p>
    </>
  );
}

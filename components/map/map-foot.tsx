"use client";
/** The line below the last row: how the map is read, when the last entry expires, or why there is none. */
import type { TimelineView } from "../../lib/pipeline/analysis";
import { formatClock } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import { sayNoEntries } from "./played-banner";

interface MapFootProps {
  readonly timeline: TimelineView;
  readonly x: number;
  readonly y: number;
  /** Some outcomes are still to be guessed: the life of entries would tell them. */
  readonly isCovered: boolean;
}

export function MapFoot({ timeline, x, y, isCovered }: MapFootProps) {
  const { t, say } = useWords();
  const { turns, entries, playedBy } = timeline;
  const lastAt = turns.at(-1)?.at ?? 0;
  const lastEnd = entries.reduce((latest, { expiresAt }) => Math.max(latest, expiresAt), 0);
  return (
    <text x={x} y={y} fontSize={11} fill="var(--mute)">
      {entries.length === 0 && !isCovered
        ? say(sayNoEntries(playedBy))
        : lastEnd > lastAt && !isCovered
          ? t("map.lastEntryEnds", { clock: formatClock(lastEnd) })
          : t("map.howToRead")}
    </text>
  );
}

"use client";
/** What of the chart does not depend on where it is scrolled to: scale, lanes, heights; kept while nothing changes. */
import { useMemo } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import type { EntryLife } from "../../lib/timeline/simulate";
import { packLanes } from "./pack-lanes";
import { layTimeScale, type TimeScale } from "./time-scale";

export const MARGIN = { left: 76, right: 190 };
const BARS = { top: 12, least: 84, most: 260 };
const LANE_HEIGHT = 17;
/** Pixels a lane stays free behind an entry and before the next: both have a label there. */
const LANE_SPARE = 110;
const MAX_LANES = 60;
/** Pixels between the bars and the lanes, and below the lanes. */
const NUMBERS = 26;
const FOOT = 34;

export interface ChartLayout {
  readonly scale: TimeScale;
  readonly entries: readonly EntryLife[];
  /** Lane of each entry. */
  readonly lanes: readonly number[];
  readonly laneHeight: number;
  /** Entries that have no lane. */
  readonly hidden: number;
  readonly top: number;
  /** Foot of the bars. */
  readonly bottom: number;
  readonly lanesTop: number;
  readonly axis: number;
  readonly pixelsPerToken: number;
}

interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** Pixels per second to keep, while a request is dragged; undefined = as it fits. */
  readonly fixed: number | undefined;
}

export function useChartLayout(
  { turns, entries }: TimelineView,
  { width, height, zoom, fixed }: ChartSize,
): ChartLayout {
  const scale = useMemo(() => {
    const last = turns.at(-1)?.at ?? 0;
    return layTimeScale({
      starts: turns.map(({ at }) => at),
      until: Math.max(last * 1.04, last + 20, 60),
      available: Math.max(width, 320),
      margin: MARGIN,
      zoom,
      ...(fixed === undefined ? {} : { fixed }),
    });
  }, [turns, width, zoom, fixed]);
  return useMemo(() => {
    const packed = packLanes(entries, LANE_SPARE / scale.pixelsPerSecond);
    const laneCount = Math.min(packed.count, MAX_LANES);
    const shown = entries.filter((_, index) => (packed.lanes[index] ?? 0) < MAX_LANES);
    const room = height - BARS.top - NUMBERS - FOOT - laneCount * LANE_HEIGHT;
    const barsHeight = Math.min(Math.max(room, BARS.least), BARS.most);
    const bottom = BARS.top + barsHeight;
    const lanesTop = bottom + NUMBERS;
    const tallest = turns.reduce((most, { ledger }) => Math.max(most, ledger.prompt + ledger.completion), 1);
    return {
      scale,
      entries: shown,
      lanes: packed.lanes.filter((lane) => lane < MAX_LANES),
      laneHeight: LANE_HEIGHT,
      hidden: entries.length - shown.length,
      top: BARS.top,
      bottom,
      lanesTop,
      axis: lanesTop + laneCount * LANE_HEIGHT + 8,
      pixelsPerToken: (barsHeight - 8) / tallest,
    };
  }, [turns, entries, scale, height]);
}

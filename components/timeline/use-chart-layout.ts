"use client";
/** What of the chart does not depend on where it is scrolled to: scale, lanes, heights; kept while nothing changes. */
import { scaleLinear } from "@visx/scale";
import { useMemo } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import type { EntryLife } from "../../lib/timeline/simulate";
import { packLanes } from "./pack-lanes";
import { type FixedScale, findReach, layTimeScale, type TimeScale } from "./time-scale";

export const MARGIN = { left: 52, right: 24 };
export const LANE_HEIGHT = 17;
/** Pixels behind the last request that the labels of the money need. */
export const LABEL_ROOM = 180;

/** Heights in pixels, from the top down; bars and money share what the others leave. */
const HEAD = 34;
const NUMBERS = 17;
const STEMS = 8;
const AXIS = 22;
const MONEY_HEAD = 22;
const LANES_HEAD = 28;
const FOOT = 30;
const BARS = { least: 110, most: 420 };
const MONEY = { least: 64, most: 150, share: 0.28 };

/** Pixels a lane stays free behind an entry and before the next: both have a label there. */
const LANE_SPARE = 110;
const MAX_LANES = 60;

export interface ChartLayout {
  readonly scale: TimeScale;
  /** When the last entry ends, where that is beyond the axis, in seconds; null = it is not. */
  readonly beyond: number | null;
  /** When the last entry ends, in seconds; null = there is none. */
  readonly lastEnd: number | null;
  /** Top and foot of the bars. */
  readonly top: number;
  readonly bottom: number;
  /** Top of the band in which each bar is led to its time, and of the axis below it. */
  readonly stems: number;
  readonly axis: number;
  readonly moneyTop: number;
  readonly moneyBottom: number;
  readonly lanesTop: number;
  readonly height: number;
  readonly pixelsPerToken: number;
  readonly tokenTicks: readonly number[];
  readonly entries: readonly EntryLife[];
  /** Lane of each entry. */
  readonly lanes: readonly number[];
  /** Entries that have no lane for now, and those that have none when all lanes are shown. */
  readonly folded: number;
  readonly hidden: number;
}

interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** To keep, while a request is dragged; undefined = as it fits. */
  readonly fixed: FixedScale | undefined;
  /** True shows every lane, as far as it goes below. */
  readonly allLanes: boolean;
}

/** Lanes that are kept free for entries, whether there are as many or not: the bars are as high with one as with a hundred. */
const countLanes = (height: number): number => (height >= 560 ? 7 : height >= 420 ? 4 : 3);

/** Heights of bars and money strip, for an area of so many pixels. */
function shareHeight(height: number): { readonly bars: number; readonly money: number } {
  const rest =
    height -
    HEAD -
    NUMBERS -
    STEMS -
    AXIS -
    MONEY_HEAD -
    LANES_HEAD -
    FOOT -
    countLanes(height) * LANE_HEIGHT;
  const money = Math.min(Math.max(rest * MONEY.share, MONEY.least), MONEY.most);
  return { bars: Math.min(Math.max(rest - money, BARS.least), BARS.most), money };
}

export function useChartLayout(
  { turns, entries }: TimelineView,
  { width, height, zoom, fixed, allLanes }: ChartSize,
): ChartLayout {
  const { scale, beyond, lastEnd } = useMemo(() => {
    const last = turns.at(-1)?.at ?? 0;
    const lastEnd = entries.reduce<number | null>(
      (most, { expiresAt }) => Math.max(most ?? 0, expiresAt),
      null,
    );
    const { until, beyond } = findReach(last, lastEnd);
    const scale = layTimeScale({
      starts: turns.map(({ at }) => at),
      until,
      available: Math.max(width, 300),
      margin: MARGIN,
      behind: LABEL_ROOM,
      zoom,
      ...(fixed === undefined ? {} : { fixed }),
    });
    return { scale, beyond, lastEnd };
  }, [turns, entries, width, zoom, fixed]);
  return useMemo(() => {
    const packed = packLanes(entries, LANE_SPARE / scale.pixelsPerSecond);
    const kept = countLanes(height);
    const most = allLanes ? MAX_LANES : kept;
    const shown = entries.filter((_, index) => (packed.lanes[index] ?? 0) < most);
    const beyondFold = packed.lanes.filter((lane) => lane >= kept).length;
    const beyondMost = packed.lanes.filter((lane) => lane >= MAX_LANES).length;
    const { bars, money } = shareHeight(height);
    const bottom = HEAD + bars;
    const axis = bottom + NUMBERS + STEMS;
    const moneyTop = axis + AXIS + MONEY_HEAD;
    const lanesTop = moneyTop + money + LANES_HEAD;
    const tallest = turns.reduce((high, { ledger }) => Math.max(high, ledger.prompt + ledger.completion), 1);
    const tokens = scaleLinear<number>({ domain: [0, tallest], range: [0, bars], nice: 5 });
    return {
      scale,
      beyond,
      lastEnd,
      top: HEAD,
      bottom,
      stems: bottom + NUMBERS,
      axis,
      moneyTop,
      moneyBottom: moneyTop + money,
      lanesTop,
      height: lanesTop + Math.max(1, Math.min(packed.count, most)) * LANE_HEIGHT + 6,
      pixelsPerToken: tokens(1) ?? 0,
      tokenTicks: tokens.ticks(bars > 200 ? 6 : 3).filter(Number.isInteger),
      entries: shown,
      lanes: packed.lanes.filter((lane) => lane < most),
      folded: allLanes ? 0 : beyondFold,
      hidden: beyondMost,
    };
  }, [turns, entries, scale, beyond, lastEnd, height, allLanes]);
}

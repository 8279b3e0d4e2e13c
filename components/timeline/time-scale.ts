/** Where requests stand on the time axis: true to time, but never closer than a bar's width. */

export interface TimeScale {
  /** Pixels of the whole drawing. */
  readonly width: number;
  /** Pixels of one bar. */
  readonly barWidth: number;
  x(seconds: number): number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
const MIN_BAR = 6;
const MAX_BAR = 30;
const MAX_WIDTH = 30_000;

/**
 * @param starts start times in seconds, ascending
 * @param until seconds the axis must reach (the last entry's end)
 * @param available pixels there are
 */
export function layTimeScale(
  starts: readonly number[],
  until: number,
  available: number,
  margin: { readonly left: number; readonly right: number },
): TimeScale {
  const span = Math.max(until, 1);
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  const smallest = Math.min(...gaps.filter((gap) => gap > 0), span);
  const fitted = (available - margin.left - margin.right) / span;
  const needed = (MIN_BAR + 4) / smallest;
  const perSecond = Math.min(Math.max(fitted, needed), Math.max(fitted, MAX_WIDTH / span));
  const barWidth = Math.max(MIN_BAR, Math.min(MAX_BAR, smallest * perSecond * 0.7));
  const step = STEPS.find((candidate) => candidate * perSecond >= 64) ?? 86_400;
  const ticks = Array.from({ length: Math.floor(span / step) + 1 }, (_, tick) => tick * step);
  return {
    width: Math.max(available, margin.left + margin.right + span * perSecond),
    barWidth,
    x: (seconds) => margin.left + seconds * perSecond,
    ticks,
  };
}

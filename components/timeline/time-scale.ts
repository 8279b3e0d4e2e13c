/** Where requests stand on the time axis: true to time, never closer than a bar's width; those at one instant side by side. */
import { scaleLinear } from "@visx/scale";

export interface TimeScale {
  /** Pixels of the whole drawing. */
  readonly width: number;
  /** Pixels of one bar. */
  readonly barWidth: number;
  readonly pixelsPerSecond: number;
  x(seconds: number): number;
  /** Middle of a request's bar. */
  barX(request: number): number;
  readonly ticks: readonly number[];
}

export interface TimeScaleInput {
  /** Start times in seconds, ascending. */
  readonly starts: readonly number[];
  /** Seconds the axis must reach. */
  readonly until: number;
  /** Pixels there are. */
  readonly available: number;
  readonly margin: { readonly left: number; readonly right: number };
  /** 1 fits the drawing into what is available, where bars need no more. */
  readonly zoom: number;
  /** Keeps the scale as it is, e.g. under a pointer that drags; pixels. */
  readonly fixed?: number;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
const MIN_BAR = 5;
const MAX_BAR = 30;
/** Pixels between bars of one instant. */
const BESIDE = 2;
const MAX_WIDTH = 60_000;
const TICK_ROOM = 64;

/** Of each request its place among those that start with it, and how many those are. */
function findCompany(starts: readonly number[]): { place: number; size: number }[] {
  const company: { place: number; size: number }[] = [];
  for (let first = 0; first < starts.length; ) {
    let after = first;
    while (after < starts.length && starts[after] === starts[first]) after++;
    for (let index = first; index < after; index++)
      company.push({ place: index - first, size: after - first });
    first = after;
  }
  return company;
}

export function layTimeScale({ starts, until, available, margin, zoom, fixed }: TimeScaleInput): TimeScale {
  const span = Math.max(until, 1);
  const company = findCompany(starts);
  const largest = Math.max(1, ...new Set(company.map(({ size }) => size)));
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  const smallest = gaps.reduce((least, gap) => (gap > 0 && gap < least ? gap : least), span);
  const room = available - margin.left - margin.right;
  const fitted = room / span;
  const needed = (largest * (MIN_BAR + BESIDE) + 4) / smallest;
  const laid = Math.min(Math.max(fitted, needed), Math.max(fitted, MAX_WIDTH / span));
  const pixelsPerSecond = fixed ?? Math.min(laid * zoom, Math.max(laid, MAX_WIDTH / span));
  const barWidth = Math.max(
    MIN_BAR,
    Math.min(MAX_BAR, (smallest * pixelsPerSecond * 0.7) / largest - BESIDE),
  );
  const length = Math.max(room, span * pixelsPerSecond);
  const scale = scaleLinear<number>({
    domain: [0, length / pixelsPerSecond],
    range: [margin.left, margin.left + length],
  });
  const step = STEPS.find((candidate) => candidate * pixelsPerSecond >= TICK_ROOM) ?? 86_400;
  return {
    width: margin.left + length + margin.right,
    barWidth,
    pixelsPerSecond,
    x: (seconds) => scale(seconds),
    barX(request) {
      const { place, size } = company[request] ?? { place: 0, size: 1 };
      return scale(starts[request] ?? 0) + (place - (size - 1) / 2) * (barWidth + BESIDE);
    },
    ticks: Array.from({ length: Math.floor(span / step) + 1 }, (_, tick) => tick * step),
  };
}

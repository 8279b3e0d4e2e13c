/** Where requests stand on the time axis: true to time; those that would cover each other side by side around their time. */
import { scaleLinear } from "@visx/scale";

export interface TimeScale {
  /** Pixels of the whole drawing. */
  readonly width: number;
  /** Pixels of one bar. */
  readonly barWidth: number;
  readonly pixelsPerSecond: number;
  /** Seconds at the right end of the axis. */
  readonly end: number;
  x(seconds: number): number;
  /** Middle of a request's bar. */
  barX(request: number): number;
  /** Requests that start with this one: the first of them, and how many they are. */
  companyOf(request: number): { readonly first: number; readonly size: number };
  readonly ticks: readonly number[];
}

/** What stays as it is under a pointer that drags, in pixels. */
export type FixedScale = Pick<TimeScale, "pixelsPerSecond" | "barWidth">;

export interface TimeScaleInput {
  /** Start times in seconds, ascending. */
  readonly starts: readonly number[];
  /** Seconds the axis must reach. */
  readonly until: number;
  /** Pixels there are. */
  readonly available: number;
  readonly margin: { readonly left: number; readonly right: number };
  /** Pixels kept behind the last request, for labels; absent = none. */
  readonly behind?: number;
  /** 1 fits the drawing into what is available, where bars need no more. */
  readonly zoom: number;
  readonly fixed?: FixedScale;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
/** Pixels, the widest first: the widest with which all bars stand at their time is taken. */
const BAR_WIDTHS = [26, 22, 18, 15, 12, 10, 8];
const MIN_BAR = 6;
/** How many times the width of all bars a long conversation takes at least: packed bars would show no gaps. */
const LOOSE = 2;
/** Pixels between two bars. */
const BESIDE = 2;
/** Pixels by which a bar may stand beside its time before a narrower one is tried. */
const OFF = 1;
/** Pixels before the first second: half of the widest bar. */
const LEAD = 16;
const MAX_WIDTH = 60_000;
const TICK_ROOM = 64;

/**
 * Places in ascending order, `apart` from each other at least and `from` at the least, that differ from the wanted ones
 * by the least sum of squares: neighbours that are too close move aside together, around the middle of what they want.
 */
export function spreadPlaces(wanted: readonly number[], apart: number, from: number): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, place] of wanted.entries()) {
    let block = { sum: place - index * apart, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; ) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  const shifts = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(Math.max(from, sum / count)));
  return shifts.map((shift, index) => shift + index * apart);
}

/** Of each request the first of those that start with it, and how many those are. */
function findCompany(starts: readonly number[]): { first: number; size: number }[] {
  const company: { first: number; size: number }[] = [];
  for (let first = 0; first < starts.length; ) {
    let after = first;
    while (after < starts.length && starts[after] === starts[first]) after++;
    for (let index = first; index < after; index++) company.push({ first, size: after - first });
    first = after;
  }
  return company;
}

/** How far requests of one instant stand beside it, as a whole; the farthest of all. */
function findFarthest(
  places: readonly number[],
  wanted: readonly number[],
  company: readonly { readonly first: number; readonly size: number }[],
): number {
  return company.reduce((most, { first, size }, index) => {
    if (index !== first) return most;
    const middle = ((places[first] ?? 0) + (places[first + size - 1] ?? 0)) / 2;
    return Math.max(most, Math.abs(middle - (wanted[first] ?? 0)));
  }, 0);
}

function placeBars(
  wanted: readonly number[],
  company: readonly { readonly first: number; readonly size: number }[],
  from: number,
  fixed: number | undefined,
): { readonly places: readonly number[]; readonly barWidth: number } {
  const placeAs = (barWidth: number) => ({
    places: spreadPlaces(wanted, barWidth + BESIDE, from + barWidth / 2),
    barWidth,
  });
  if (fixed !== undefined) return placeAs(fixed);
  for (const width of BAR_WIDTHS) {
    const placed = placeAs(width);
    if (findFarthest(placed.places, wanted, company) <= OFF) return placed;
  }
  return placeAs(MIN_BAR);
}

/** Seconds an axis need not reach beyond the last request: five minutes of an entry, and as long as all that was before. */
const STRETCH = 330;

/**
 * How far the axis reaches: beyond the end of the last entry, where that is not out of all proportion.
 * @param last start of the last request, seconds
 * @param end when the last entry ends, seconds; null = there is none
 * @returns `beyond` where the entries end off the axis, seconds
 */
export function findReach(
  last: number,
  end: number | null,
): { readonly until: number; readonly beyond: number | null } {
  const plain = Math.max(last * 1.04, last + 20, 60);
  if (end === null || end <= last) return { until: plain, beyond: null };
  if (end - last <= Math.max(STRETCH, last)) {
    return { until: Math.max(plain, end + Math.max(15, end * 0.04)), beyond: null };
  }
  return { until: last + Math.max(last * 0.25, 60), beyond: end };
}

export function layTimeScale(input: TimeScaleInput): TimeScale {
  const { starts, until, available, margin, behind = 0, zoom, fixed } = input;
  const span = Math.max(until, 1);
  const last = starts.at(-1) ?? 0;
  const company = findCompany(starts);
  const instants = company.filter(({ first }, index) => first === index).length;
  const room = available - margin.left - margin.right - LEAD;
  const fitted = Math.min(room / span, last > 0 ? Math.max(room - behind, room / 4) / last : room / span);
  const needed = last > 0 ? (instants * (MIN_BAR + BESIDE) * LOOSE) / last : 0;
  const laid = Math.min(Math.max(fitted, needed), Math.max(fitted, MAX_WIDTH / span));
  const pixelsPerSecond = fixed?.pixelsPerSecond ?? Math.min(laid * zoom, Math.max(laid, MAX_WIDTH / span));

  const x0 = margin.left + LEAD;
  const wanted = starts.map((start) => x0 + start * pixelsPerSecond);
  const { places, barWidth } = placeBars(wanted, company, margin.left + 3, fixed?.barWidth);
  // Bars that had to move aside may end behind the axis.
  const pushed = (places.at(-1) ?? x0) - x0 + behind;
  const length = Math.max(room, span * pixelsPerSecond, pushed);
  const end = length / pixelsPerSecond;
  const scale = scaleLinear<number>({ domain: [0, end], range: [x0, x0 + length] });
  const step = STEPS.find((candidate) => candidate * pixelsPerSecond >= TICK_ROOM) ?? 86_400;
  return {
    width: x0 + length + margin.right,
    barWidth,
    pixelsPerSecond,
    end,
    x: (seconds) => scale(seconds),
    barX: (request) => places[request] ?? scale(starts[request] ?? 0),
    companyOf: (request) => company[request] ?? { first: request, size: 1 },
    ticks: Array.from({ length: Math.floor(end / step) + 1 }, (_, tick) => tick * step),
  };
}

/** Where the requests of several lanes stand over time: true to scale up to half a minute, longer pauses cut and said. */

export interface PlacedRequest {
  /** Seconds. */
  readonly at: number;
  readonly lane: number;
}

/** A stretch in which nothing was sent, drawn shorter than it was. */
export interface Pause {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

export interface LaneLayout {
  /** Pixels of the whole drawing. */
  readonly width: number;
  readonly barWidth: number;
  /** Middle of each request's bar. */
  readonly middles: readonly number[];
  readonly pauses: readonly Pause[];
}

/** Pixels. */
const BAR = { least: 9, most: 22 };
const BESIDE = 4;
const EDGE = 16;
/** Room for the words of a pause. */
const CUT = 46;
/** Seconds of a pause that are drawn to scale. */
const CUT_AFTER = 30;
const MOST_PER_SECOND = 40;
const ROUNDS = 24;

function place(requests: readonly PlacedRequest[], barWidth: number, perSecond: number) {
  const middles: number[] = [];
  const pauses: Pause[] = [];
  const lastOf = new Map<number, number>();
  let x = EDGE + barWidth / 2;
  for (const [index, { at, lane }] of requests.entries()) {
    const gap = at - (requests[index - 1]?.at ?? at);
    const before = x;
    x += Math.min(gap, CUT_AFTER) * perSecond;
    // The words stand between two bars.
    if (gap > CUT_AFTER) x = Math.max(x, before + barWidth + CUT);
    const beside = lastOf.get(lane);
    if (beside !== undefined) x = Math.max(x, beside + barWidth + BESIDE);
    if (gap > CUT_AFTER) {
      pauses.push({ from: before + barWidth / 2 + 2, to: x - barWidth / 2 - 2, seconds: gap });
    }
    lastOf.set(lane, x);
    middles.push(x);
  }
  return { middles, pauses, width: x + barWidth / 2 + EDGE };
}

/**
 * Fills the width where it can; bars of one lane never overlap, so that a long session is wider than the screen.
 * @param requests in order of time
 */
export function layLanes(requests: readonly PlacedRequest[], available: number): LaneLayout {
  const fits = (barWidth: number, perSecond: number): boolean =>
    place(requests, barWidth, perSecond).width <= available;
  let barWidth = BAR.least;
  while (barWidth < BAR.most && fits(barWidth + 1, 0)) barWidth++;
  let [low, high] = [0, MOST_PER_SECOND];
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2;
    if (fits(barWidth, middle)) low = middle;
    else high = middle;
  }
  const { middles, pauses, width } = place(requests, barWidth, low);
  return { middles, pauses, barWidth, width: Math.max(width, available) };
}

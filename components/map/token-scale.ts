/** Where tokens stand on the map's axis: to scale, zoomed into a stretch, or with a common beginning folded away. */

/** Tokens, from ≤ t ≤ to. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface TokenScale {
  /** Pixels of the first and last token shown. */
  readonly left: number;
  readonly right: number;
  readonly shown: Stretch;
  /** Tokens at the beginning that are drawn as a stub; 0 = none. */
  readonly folded: number;
  /** Clamped to what is shown, and so coarse that a token more or less of a long conversation moves nothing. */
  x(tokens: number): number;
  /** The tokens at a place of the screen. */
  tokensAt(x: number): number;
  readonly ticks: readonly number[];
}

export interface TokenScaleInput {
  /** Tokens of the longest request with its answer. */
  readonly longest: number;
  readonly left: number;
  readonly right: number;
  /** Absent = everything. */
  readonly zoom?: Stretch | null;
  /** Tokens all requests begin with, to be folded; 0 = none. */
  readonly fold?: number;
}

/** Pixels of a folded beginning. */
export const STUB = 44;
/** Parts of a pixel in which places are given: finer ones are not seen, and each would be drawn anew with every key. */
const PARTS = 20;
/** Pixels between two ticks. */
const TICK_ROOM = 74;

function stepFor(tokensPerTick: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(tokensPerTick, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= tokensPerTick) ?? 10 * power;
}

export function createTokenScale({
  longest,
  left,
  right,
  zoom = null,
  fold = 0,
}: TokenScaleInput): TokenScale {
  const shown = zoom ?? { from: 0, to: Math.max(longest, 1) };
  const folded = zoom ? 0 : Math.min(fold, shown.to * 0.95);
  const begin = left + (folded > 0 ? STUB : 0);
  const from = folded > 0 ? folded : shown.from;
  const perToken = Math.max(right - begin, 1) / Math.max(shown.to - from, 1);
  const placeOf = (tokens: number): number => {
    if (tokens < from) {
      return folded > 0 ? left + (Math.max(tokens, 0) / folded) * STUB : left;
    }
    return begin + (Math.min(tokens, shown.to) - from) * perToken;
  };
  const x = (tokens: number): number => Math.round(placeOf(tokens) * PARTS) / PARTS;
  const step = stepFor(TICK_ROOM / perToken);
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((shown.to - first) / step) + 1);
  const ticks = Array.from({ length: count }, (_, index) => first + index * step);
  return {
    left,
    right,
    shown,
    folded,
    x,
    tokensAt: (at) =>
      at < begin && folded > 0
        ? (Math.max(at - left, 0) / STUB) * folded
        : Math.min(shown.to, Math.max(from, from + (at - begin) / perToken)),
    ticks: folded > 0 ? [0, ...ticks.filter((tick) => x(tick) > begin + 18)] : ticks,
  };
}

/** 1,500 → `1.5k`. */
export function nameTick(tokens: number): string {
  if (tokens < 1000) return String(tokens);
  const thousands = tokens / 1000;
  return tokens < 1e6
    ? `${Number(thousands.toFixed(tokens < 10_000 ? 1 : 0))}k`
    : `${Number((tokens / 1e6).toFixed(2))}M`;
}

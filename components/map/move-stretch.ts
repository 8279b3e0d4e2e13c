/** What the keys + − 0 and Shift with an arrow make of the stretch of tokens that the axis shows. */
import { formatCount } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import type { Stretch } from "./token-scale";

/** A key shows half as much, or twice as much, and moves by a quarter of it. */
const ZOOM = 2;
const PAN = 0.25;
/** Tokens that are shown at the least. */
const LEAST = 16;

/**
 * @param shown the stretch that is shown now
 * @param longest tokens of the longest request with its answer
 * @returns the new stretch, null for all of it, undefined where the key is none of these
 */
export function moveStretch(
  shown: Stretch,
  longest: number,
  key: string,
  isShift: boolean,
): Stretch | null | undefined {
  const size = shown.to - shown.from;
  const place = (from: number, length: number): Stretch | null => {
    if (length >= longest) return null;
    const start = Math.round(Math.min(Math.max(0, from), longest - length));
    return { from: start, to: Math.round(start + length) };
  };
  const zoom = (length: number) => place((shown.from + shown.to - length) / 2, length);
  if (key === "+" || key === "=") return zoom(Math.min(size, Math.max(LEAST, size / ZOOM)));
  if (key === "-" || key === "_") return zoom(size * ZOOM);
  if (key === "0") return null;
  if (isShift && key === "ArrowLeft") return place(shown.from - size * PAN, size);
  if (isShift && key === "ArrowRight") return place(shown.from + size * PAN, size);
  return undefined;
}

/** For a screen reader. */
export const sayStretch = (stretch: Stretch | null): Said =>
  stretch
    ? tell("map.stretch", { from: formatCount(stretch.from), to: formatCount(stretch.to) })
    : tell("map.wholeAxis");

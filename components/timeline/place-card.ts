/** Where a floating card stands beside what it tells of: never over it while any side has room. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Extent = Pick<Box, "width" | "height">;

/** Pixels between the card and what it tells of, and to the edge of the screen. */
const APART = 8;
const EDGE = 4;

const clamp = (value: number, most: number): number => Math.max(EDGE, Math.min(value, most - EDGE));

/**
 * Tries right, left, below and above, in this order; below and above first for what is long and flat, whose neighbours
 * stand beside it. Where no side has room the card stands below, as far as it fits.
 * All in pixels of the screen.
 */
export function placeCard(
  anchor: Box,
  card: Extent,
  screen: Extent,
): { readonly left: number; readonly top: number } {
  const beside = clamp(anchor.top, screen.height - card.height);
  const along = clamp(anchor.left + anchor.width / 2 - card.width / 2, screen.width - card.width);
  const right = anchor.left + anchor.width + APART;
  const left = anchor.left - APART - card.width;
  const below = anchor.top + anchor.height + APART;
  const above = anchor.top - APART - card.height;
  const isBelow = below + card.height <= screen.height - EDGE;
  const isAbove = above >= EDGE;
  const isLying = anchor.width > 2 * anchor.height && (isBelow || isAbove);
  if (!isLying && right + card.width <= screen.width - EDGE) return { left: right, top: beside };
  if (!isLying && left >= EDGE) return { left, top: beside };
  if (isBelow || !isAbove) return { left: along, top: clamp(below, screen.height - card.height) };
  return { left: along, top: above };
}

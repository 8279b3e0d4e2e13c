"use client";
/** All placements on this scenario, ranked by what they cost, and the best one found. */
export function PlacementView() {
  return null;
}

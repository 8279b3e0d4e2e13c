/** A placement decides where markers go in every request of a conversation. */
import { type Anchor, anchorKey } from "./anchor";

/** `as-drawn` keeps the document's own markers; `none` has no markers at all. */
export type Placement =
  | { readonly kind: "as-drawn" }
  | { readonly kind: "none" }
  | { readonly kind: "anchors"; readonly name: string; readonly anchors: readonly Anchor[] };

/** What holds where no placement is chosen. */
export const AS_DRAWN: Placement = { kind: "as-drawn" };

/** Equal for placements that put the same markers, whatever their names and the order of their anchors. */
export const placementKey = (placement: Placement): string =>
  placement.kind === "anchors" ? placement.anchors.map(anchorKey).sort().join(", ") : placement.kind;

/** A placement's name for people. */
export function nameOf(placement: Placement): string {
  if (placement.kind === "anchors") return placement.name;
  return placement.kind === "none" ? "No markers" : "As drawn";
}

/** True where both put the same markers under the same name: what a user has chosen, not only what costs the same. */
export const isSamePlacement = (one: Placement, other: Placement): boolean =>
  placementKey(one) === placementKey(other) && nameOf(one) === nameOf(other);

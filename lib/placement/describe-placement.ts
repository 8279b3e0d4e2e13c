/** Where a placement's markers go, in a few words. */
import { type Anchor, describeAnchor } from "./anchor";
import type { Placement } from "./placement";

/** Short enough for a line of a table. */
function nameAnchor(anchor: Anchor): string {
  const back = "back" in anchor ? (anchor.back ?? 0) : 0;
  switch (anchor.kind) {
    case "system":
      return "end of system";
    case "first-user":
      return "first user message";
    case "before-user":
      return "before newest user message";
    case "previous-end":
      return "end of the request before";
    case "last":
      return back === 0 ? "newest message" : back === 1 ? "the one before" : `${back} before`;
    default:
      return describeAnchor(anchor).replace(/^the /, "");
  }
}

/** From the start of a request to its end, as far as their kinds tell. */
const ORDER: readonly Anchor["kind"][] = [
  "system",
  "pin",
  "first-user",
  "previous-end",
  "before-user",
  "before-end",
  "last-user",
  "last-input",
  "last",
];

/** e.g. "end of system · newest message". */
export function sayMarkers(placement: Placement): string {
  if (placement.kind === "none") return "nowhere";
  if (placement.kind === "as-drawn") return "where the document has them";
  const backOf = (anchor: Anchor): number => ("back" in anchor ? (anchor.back ?? 0) : 0);
  return (
    [...placement.anchors]
      // Of messages counted from the end the newest comes first: the others are said relative to it.
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || backOf(a) - backOf(b))
      .map(nameAnchor)
      .join(" · ") || "nowhere"
  );
}

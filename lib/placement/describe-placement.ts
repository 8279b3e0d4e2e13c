/** Where a placement's markers go, in a few words. */
import { type Message, tell } from "../words/message";
import { type Anchor, describeAnchor } from "./anchor";
import type { Placement } from "./placement";

/** At the newest one, and so many before it. */
const ENDS = {
  last: ["placement.shortLast", "placement.shortLastBack"],
  "last-user": ["placement.shortLastUser", "placement.shortLastUserBack"],
  "last-input": ["placement.shortLastInput", "placement.shortLastInputBack"],
} as const;

const backOf = (anchor: Anchor): number => ("back" in anchor ? (anchor.back ?? 0) : 0);

/** Short enough for a line of a table. */
function nameAnchor(anchor: Anchor): Message {
  switch (anchor.kind) {
    case "system":
      return tell("placement.shortSystem");
    case "first-user":
      return tell("placement.shortFirstUser");
    case "before-user":
      return tell("placement.shortBeforeUser");
    case "previous-end":
      return tell("placement.shortPreviousEnd");
    case "pin":
    case "before-end":
      return describeAnchor(anchor);
    default: {
      const [newest, before] = ENDS[anchor.kind];
      const back = backOf(anchor);
      return back === 0 ? tell(newest) : tell(before, { back });
    }
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
export function sayMarkers(placement: Placement): Message {
  if (placement.kind === "as-drawn") return tell("placement.asDocument");
  const anchors = placement.kind === "none" ? [] : placement.anchors;
  if (anchors.length === 0) return tell("placement.nowhere");
  return (
    // Of messages counted from the end the newest comes first: the others are said relative to it.
    anchors
      .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || backOf(a) - backOf(b))
      .map(nameAnchor)
      .reduce((one, more) => tell("placement.dotted", { one, more }))
  );
}

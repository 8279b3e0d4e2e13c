/** An anchor says where one marker goes, relative to a request and the one before. */
import { type Message, tell } from "../words/message";

/**
 * - `system`: the end of the system messages that open the request
 * - `first-user`: the first user message
 * - `last`: the newest message; `back` = how many messages earlier
 * - `last-user`: the newest message a user wrote, tool results not counted; `back` as above
 * - `last-input`: the newest user or tool message; `back` as above
 * - `before-user`: the message before the newest one a user wrote
 * - `previous-end`: where the last message of the request before stood; none in the first request
 * - `pin`: a message or part of the first request, by its pointer, as long as it is still there unchanged
 * - `before-end`: the newest boundary at least `blocks` content blocks before the end
 *
 * System messages count only for `system`. A message that can carry no marker is passed over for an older one.
 */
export type Anchor =
  | { readonly kind: "system" | "first-user" | "before-user" | "previous-end" }
  | { readonly kind: "last" | "last-user" | "last-input"; readonly back?: number }
  | { readonly kind: "pin"; readonly pointer: string }
  | { readonly kind: "before-end"; readonly blocks: number };

/** At the newest one, and so many before it. */
const ENDS = {
  last: ["placement.anchorLast", "placement.anchorLastBack"],
  "last-user": ["placement.anchorLastUser", "placement.anchorLastUserBack"],
  "last-input": ["placement.anchorLastInput", "placement.anchorLastInputBack"],
} as const;

/** In words, to stand inside a sentence. */
export function describeAnchor(anchor: Anchor): Message {
  switch (anchor.kind) {
    case "system":
      return tell("placement.anchorSystem");
    case "first-user":
      return tell("placement.anchorFirstUser");
    case "before-user":
      return tell("placement.anchorBeforeUser");
    case "previous-end":
      return tell("placement.anchorPreviousEnd");
    case "pin":
      return tell("placement.anchorPin", { pointer: anchor.pointer });
    case "before-end":
      return tell("placement.anchorBeforeEnd", { blocks: anchor.blocks });
    default: {
      const [newest, before] = ENDS[anchor.kind];
      const { back = 0 } = anchor;
      return back === 0 ? tell(newest) : tell(before, { back });
    }
  }
}

/** Equal for anchors that say the same. */
export const anchorKey = (anchor: Anchor): string =>
  [
    anchor.kind,
    "back" in anchor ? (anchor.back ?? 0) : "pointer" in anchor ? anchor.pointer : "",
    "blocks" in anchor ? anchor.blocks : "",
  ]
    .filter((piece) => piece !== "" && piece !== 0)
    .join(" ");

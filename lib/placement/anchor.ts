/** An anchor says where one marker goes, relative to a request and the one before. */

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

const ENDS = {
  last: "message",
  "last-user": "user message",
  "last-input": "user or tool message",
} as const;

/** In words, to stand inside a sentence. */
export function describeAnchor(anchor: Anchor): string {
  switch (anchor.kind) {
    case "system":
      return "the end of the system messages";
    case "first-user":
      return "the first user message";
    case "before-user":
      return "the message before the newest user message";
    case "previous-end":
      return "where the request before ended";
    case "pin":
      return `${anchor.pointer} of the first request`;
    case "before-end":
      return `${anchor.blocks} content blocks before the end`;
    default: {
      const what = ENDS[anchor.kind];
      const back = anchor.back ?? 0;
      if (back === 0) return `the newest ${what}`;
      return back === 1 ? `the ${what} before the newest` : `the ${what} ${back} before the newest`;
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

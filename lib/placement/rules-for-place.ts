/** The rules that put a marker where somebody has moved it in a later request, so that it moves in all of them. */
import type { Message } from "../words/message";
import { type Anchor, anchorKey } from "./anchor";
import { sayMarkers } from "./describe-placement";
import { findSpot, type Setting } from "./find-spot";
import type { Placement } from "./placement";

/** The plainer first: what is said of the newest message comes before what counts back from it. */
const ANCHORS: readonly Anchor[] = [
  { kind: "last" },
  { kind: "system" },
  { kind: "last-user" },
  { kind: "before-user" },
  { kind: "previous-end" },
  { kind: "last-input" },
  { kind: "first-user" },
  { kind: "last-user", back: 1 },
  ...[1, 2, 3, 4].map((back): Anchor => ({ kind: "last", back })),
];

/** Anchors that mark the message at a pointer in this request; those that mean the same here are all listed. */
export function listAnchorsAt(setting: Setting, pointer: string): Anchor[] {
  const { messages } = setting.prompt;
  const pin: Anchor = { kind: "pin", pointer };
  return [...ANCHORS, pin].filter((anchor) => {
    const spot = findSpot(anchor, setting);
    return spot !== null && messages[spot.message]?.pointer === pointer;
  });
}

/** A placement that leads to the markers of one request. */
export interface PlaceRule {
  readonly placement: Placement & { readonly kind: "anchors" };
  /** Where the moved marker goes by it, in a few words. */
  readonly words: Message;
}

/**
 * @param stay pointers of the messages that keep their markers in this request
 * @param to pointer of the message the marker is moved to
 * @returns one rule an anchor, the plainest first; none where no rule leads there
 */
export function listPlaceRules(setting: Setting, stay: readonly string[], to: string): PlaceRule[] {
  const others = stay.flatMap((pointer) => listAnchorsAt(setting, pointer)[0] ?? []);
  const keys = new Set(others.map(anchorKey));
  return listAnchorsAt(setting, to)
    .filter((anchor) => !keys.has(anchorKey(anchor)))
    .map((anchor) => {
      const only = { kind: "anchors", name: "", anchors: [anchor] } as const;
      return { placement: { ...only, anchors: [...others, anchor] }, words: sayMarkers(only) };
    });
}

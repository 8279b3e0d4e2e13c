/** A placement decides where markers go in every request of a conversation. */
import { type MessageKey, type Said, tell } from "../words/message";
import { type Anchor, anchorKey } from "./anchor";
import { sayMarkers } from "./describe-placement";

/** `as-drawn` keeps the document's own markers; `none` has no markers at all. */
export type Placement =
  | { readonly kind: "as-drawn" }
  | { readonly kind: "none" }
  | {
      readonly kind: "anchors";
      /** Under which it is known; empty where it goes by the places of its markers. */
      readonly name: string;
      readonly anchors: readonly Anchor[];
    };

/** What holds where no placement is chosen. */
export const AS_DRAWN: Placement = { kind: "as-drawn" };

/** Equal for placements that put the same markers, whatever their names and the order of their anchors. */
export const placementKey = (placement: Placement): string =>
  placement.kind === "anchors" ? placement.anchors.map(anchorKey).sort().join(", ") : placement.kind;

/** Names that a placement is kept and shared under and that say something in words; all others are proper names. */
const NAMES = {
  "Best found": "placement.bestFound",
  "Claude Code up to 2.1.12": "placement.oldClaudeCode",
  "Fewer markers": "placement.fewerMarkers",
  "LangChain middleware": "placement.langchain",
  "Last message": "placement.lastMessage",
  "Last user message": "placement.lastUserMessage",
  "OpenClaw, chat completions": "placement.openclawChat",
  Placement: "placement.unnamed",
  "System + last message": "placement.systemAndLast",
  "System + previous end + last message": "placement.systemPreviousLast",
  "System only": "placement.systemOnly",
} as const satisfies Readonly<Record<string, MessageKey>>;

const isWorded = (name: string): name is keyof typeof NAMES => Object.hasOwn(NAMES, name);

/** A placement's name for people. */
export function nameOf(placement: Placement): Said {
  if (placement.kind === "anchors") {
    const { name } = placement;
    return isWorded(name) ? tell(NAMES[name]) : name === "" ? sayMarkers(placement) : name;
  }
  return placement.kind === "none" ? tell("placement.noMarkers") : tell("placement.asDrawn");
}

const keptName = (placement: Placement): string => (placement.kind === "anchors" ? placement.name : "");

/** True where both put the same markers under the same name: what a user has chosen, not only what costs the same. */
export const isSamePlacement = (one: Placement, other: Placement): boolean =>
  placementKey(one) === placementKey(other) && keptName(one) === keptName(other);

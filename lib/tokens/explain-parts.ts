/** Says which parts of a request keep its count from being exact. */
import type { Uncounted } from "../prompt/prompt";
import { type Message, type Said, tell } from "../words/message";
import type { MeasuredMedia } from "./measured";

/** With what stands for a size that is not known (assumption `media-size`). */
const SIZE_NOT_KNOWN = { image: "tokens.imageSizeNotKnown", video: "tokens.videoSizeNotKnown" } as const;
const LIMIT_NOT_APPLIED = { image: "tokens.imageLimit", video: "tokens.videoLimit" } as const;

const tellUncounted = (what: Uncounted["what"]): Message =>
  tell("tokens.notCounted", { what: { opening: what } });

/** What is estimated about images and videos; null where there are none. */
export function explainMedia(media: readonly MeasuredMedia[]): Message | null {
  const limited = media.find(({ isLimited }) => isLimited);
  if (limited) return tell(LIMIT_NOT_APPLIED[limited.kind]);
  const assumed = media.find(({ sizeFrom }) => sizeFrom === "assumed");
  if (assumed) return tell(SIZE_NOT_KNOWN[assumed.kind]);
  return media.length > 0 ? tell("tokens.mediaFormula") : null;
}

/** Every reason why parts make a count an estimate, joined; null where there is none. */
export function explainParts(uncounted: readonly Uncounted[], media: readonly MeasuredMedia[]): Said | null {
  const whats = new Map(uncounted.map(({ what }) => [JSON.stringify(what), what]));
  return joinReasons([...[...whats.values()].map(tellUncounted), explainMedia(media)]);
}

/** Sentences one after the other; null where there is none. */
export const joinReasons = (reasons: readonly (Said | null)[]): Said | null =>
  reasons
    .filter((reason) => reason !== null)
    .reduce<Said | null>((before, next) => (before ? tell("tokens.andAlso", { before, next }) : next), null);

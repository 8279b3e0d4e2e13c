/** Says which parts of a request keep its count from being exact. */
import type { Uncounted } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import type { MeasuredMedia } from "./measured";

/** What stands for a size that is not known, in words (assumption `media-size`). */
const STANDS_FOR: Record<MeasuredMedia["kind"], string> = {
  image: "1,024 × 1,024 pixels stand for it",
  video: "10 s of 1,280 × 720 pixels stand for it",
};

function sayUncounted({ what }: Uncounted): string {
  const words = ENGLISH.say(what);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} is not counted.`;
}

/** What is estimated about images and videos; null where there are none. */
export function explainMedia(media: readonly MeasuredMedia[]): string | null {
  const limited = media.find(({ isLimited }) => isLimited);
  if (limited) return `The limit of pixels that the ${limited.kind} is sent with is not applied.`;
  const assumed = media.find(({ sizeFrom }) => sizeFrom === "assumed");
  if (assumed) return `The size of the ${assumed.kind} is not known: ${STANDS_FOR[assumed.kind]}.`;
  return media.length > 0 ? "The tokens of images and videos follow a formula, which is an estimate." : null;
}

/** Every reason why parts make a count an estimate, joined; null where there is none. */
export function explainParts(
  uncounted: readonly Uncounted[],
  media: readonly MeasuredMedia[],
): string | null {
  return joinReasons([...new Set(uncounted.map(sayUncounted)), explainMedia(media)]);
}

/** Sentences one after the other; null where there is none. */
export function joinReasons(reasons: readonly (string | null)[]): string | null {
  return reasons.filter((reason) => reason !== null).join(" ") || null;
}

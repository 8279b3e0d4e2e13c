/** What an audit can come to, and in which words. */
import { type Message, tell } from "../words/message";

export type VerdictKind =
  | "caches-and-says-so"
  | "caches-and-does-not-say-so"
  | "says-so-and-does-not"
  | "does-not-cache"
  | "scattered"
  | "cannot-tell";

export interface Verdict {
  readonly kind: VerdictKind;
  /** `high`: two kinds of evidence agree, or one cannot be otherwise; `fair`: one speaks and none against it. */
  readonly sureness: "high" | "fair" | "none";
  /** One sentence. */
  readonly sentence: Message;
  /** Sentences, the weightiest first. */
  readonly evidence: readonly Message[];
}

const VERDICT_WORDS: Readonly<Record<VerdictKind, { readonly sure: Message; readonly likely: Message }>> = {
  "caches-and-says-so": { sure: tell("audit.cachesAndSays"), likely: tell("audit.likelyCachesAndSays") },
  "caches-and-does-not-say-so": {
    sure: tell("audit.cachesSilently"),
    likely: tell("audit.likelyCachesSilently"),
  },
  "says-so-and-does-not": { sure: tell("audit.saysButDoesNot"), likely: tell("audit.likelySaysButDoesNot") },
  "does-not-cache": { sure: tell("audit.doesNotCache"), likely: tell("audit.likelyDoesNotCache") },
  scattered: { sure: tell("audit.scattered"), likely: tell("audit.likelyScattered") },
  "cannot-tell": { sure: tell("audit.cannotTell"), likely: tell("audit.cannotTell") },
};

export const SURENESS_WORDS: Readonly<Record<Verdict["sureness"], Message>> = {
  high: tell("audit.sureHigh"),
  fair: tell("audit.sureFair"),
  none: tell("audit.sureNone"),
};

/** A verdict in words. */
export function wordVerdict(
  kind: VerdictKind,
  sureness: Verdict["sureness"],
  evidence: readonly (Message | null)[],
): Verdict {
  const { sure, likely } = VERDICT_WORDS[kind];
  const sentence = sureness === "fair" ? likely : sure;
  return { kind, sureness, sentence, evidence: evidence.filter((each) => each !== null) };
}

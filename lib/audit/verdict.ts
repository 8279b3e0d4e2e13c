/** What an audit can come to, and in which words. */

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
  readonly sentence: string;
  /** Sentences, the weightiest first. */
  readonly evidence: readonly string[];
}

const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  "caches-and-says-so": "this endpoint caches, and says so.",
  "caches-and-does-not-say-so": "this endpoint caches, but its usage does not say so.",
  "says-so-and-does-not": "this endpoint says that it read from a cache, but it did not.",
  "does-not-cache": "this endpoint does not cache such a prompt.",
  scattered: "this endpoint caches, but its calls are scattered: some meet the cache and others do not.",
  "cannot-tell": "these calls cannot tell whether this endpoint caches.",
};

export const SURENESS_WORDS: Readonly<Record<Verdict["sureness"], string>> = {
  high: "The evidence agrees.",
  fair: "Only part of the evidence speaks, and nothing against it.",
  none: "Nothing can be concluded.",
};

const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A verdict in words. */
export function wordVerdict(
  kind: VerdictKind,
  sureness: Verdict["sureness"],
  evidence: readonly (string | null)[],
): Verdict {
  const words = VERDICT_WORDS[kind];
  const sentence = sureness === "fair" ? `Most likely ${words}` : capitalise(words);
  return { kind, sureness, sentence, evidence: evidence.filter((each) => each !== null) };
}

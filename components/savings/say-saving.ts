/** Words of a measure's row: how sure it is, what it touches, and what it does to the tokens. */
import type { Totals } from "../../lib/bill/totals";
import type { Evidence } from "../../lib/offers/model";
import type { Measure, MeasureKind } from "../../lib/savings/measure";
import { formatChange, formatNumber } from "../../lib/values/figures";

/** Conversations that savings are quoted for. */
export const CONVERSATIONS = 1000;

const KIND_NAMES: Readonly<Record<MeasureKind, string>> = {
  cache: "same words",
  payload: "fewer words",
  service: "another service",
};

const WORDS_NAMES = { moved: "words move", more: "more words" } as const;

const WORDS_HINTS = {
  moved: "The model reads the same words in another place or order",
  more: "The model reads more words in some requests",
} as const;

const KIND_HINTS: Readonly<Record<MeasureKind, string>> = {
  cache: "The model reads the same; only what the cache makes of it changes",
  payload: "The model reads fewer or other words",
  service: "Another model or another place answers",
};

/** What a measure does to the words the model reads, short and as a sentence. */
export const sayWords = ({
  kind,
  words,
}: Pick<Measure, "kind" | "words">): { readonly name: string; readonly hint: string } =>
  words
    ? { name: WORDS_NAMES[words], hint: WORDS_HINTS[words] }
    : { name: KIND_NAMES[kind], hint: KIND_HINTS[kind] };

export const EVIDENCE_NAMES: Readonly<Record<Evidence, string>> = {
  documented: "documented",
  observed: "observed",
  inferred: "inferred",
  derived: "derived",
  "third-party": "told by a third party",
  user: "yours",
};

/** Shares below this are written as 0.0%. */
const SMALLEST_WRITTEN = 0.0005;

/** A share with its sign; "the same" only where nothing changes, since the amount saved stands beside it. @param share of the cost before */
export function saySignedShare(share: number): string {
  if (share === 0) return "the same";
  if (Math.abs(share) < SMALLEST_WRITTEN) return `${share < 0 ? "−" : "+"}<0.1%`;
  return formatChange(share);
}

const inputOf = ({ read, written, uncached }: Totals): number => read + written + uncached;

/** e.g. "1,200 input tokens fewer, 5,000 more of them read from the cache"; empty where neither changes. */
export function sayTokens(before: Totals, after: Totals): string {
  const input = inputOf(after) - inputOf(before);
  const read = after.read - before.read;
  const say = (change: number, what: string): string =>
    `${formatNumber(Math.abs(change))} ${change < 0 ? "fewer" : "more"} ${what}`;
  return [
    ...(input === 0 ? [] : [say(input, "input tokens")]),
    ...(read === 0 ? [] : [say(read, "read from the cache")]),
  ].join(", ");
}

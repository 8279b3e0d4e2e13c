/** Words of a measure's row: how sure it is, what it touches, and what it does to the tokens. */
import type { Totals } from "../../lib/bill/totals";
import type { Evidence } from "../../lib/offers/model";
import type { Measure } from "../../lib/savings/measure";
import { formatChange, formatNumber } from "../../lib/values/figures";
import { type Message, type MessageKey, type Said, tell } from "../../lib/words/message";

/** Conversations that savings are quoted for. */
export const CONVERSATIONS = 1000;

/** What a measure does to the words the model reads, short and as a sentence. */
interface Touch {
  readonly name: MessageKey;
  readonly hint: MessageKey;
}

const TOUCHES = {
  cache: { name: "savings.sameWords", hint: "savings.sameWordsHint" },
  payload: { name: "savings.fewerWords", hint: "savings.fewerWordsHint" },
  service: { name: "savings.anotherService", hint: "savings.anotherServiceHint" },
  moved: { name: "savings.movedWords", hint: "savings.movedWordsHint" },
  more: { name: "savings.moreWords", hint: "savings.moreWordsHint" },
} as const satisfies Readonly<Record<string, Touch>>;

export const touchOf = ({ kind, words }: Pick<Measure, "kind" | "words">) => TOUCHES[words ?? kind];

export const EVIDENCE_NAMES = {
  documented: "savings.documented",
  observed: "savings.observed",
  inferred: "savings.inferred",
  derived: "savings.derived",
  "third-party": "savings.thirdParty",
  user: "savings.yours",
} as const satisfies Readonly<Record<Evidence, MessageKey>>;

/** Shares below this are written as 0.0%. */
const SMALLEST_WRITTEN = 0.0005;

/** A share with its sign; "the same" only where nothing changes, since the amount saved stands beside it. @param share of the cost before */
export function saySignedShare(share: number): Said {
  if (share === 0) return tell("savings.theSame");
  if (Math.abs(share) < SMALLEST_WRITTEN) return `${share < 0 ? "−" : "+"}<0.1%`;
  return formatChange(share);
}

const inputOf = ({ read, written, uncached }: Totals): number => read + written + uncached;

/** e.g. "1,200 fewer input tokens, 5,000 more read from the cache"; null where neither changes. */
export function sayTokens(before: Totals, after: Totals): Message | null {
  const more = inputOf(after) - inputOf(before);
  const moreRead = after.read - before.read;
  const tokensOf = (change: number) => ({ tokens: formatNumber(Math.abs(change)) });
  const input = tell(more < 0 ? "savings.fewerInput" : "savings.moreInput", tokensOf(more));
  const read = tell(moreRead < 0 ? "savings.fewerRead" : "savings.moreRead", tokensOf(moreRead));
  if (more === 0) return moreRead === 0 ? null : read;
  return moreRead === 0 ? input : tell("savings.both", { input, read });
}

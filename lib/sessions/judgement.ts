/** What a recorded request is judged as, and how its reasons are said. */
import type { Change } from "../reasons/first-difference";
import { obstacleOf, type ReasonKind } from "../reasons/kinds";
import { type Reason, sayReason } from "../reasons/reason";
import { ENGLISH } from "../words/plain-words";
import type { SessionStep } from "./prepare-session";
import type { SessionReason } from "./session-view";

export interface Judgement {
  readonly reason: SessionReason;
  readonly also: readonly SessionReason[];
  readonly change: Change | null;
  /** Tokens that had to be paid for anew, up to what the request before left to read. */
  readonly lost: number;
  /** Number of the request that it is held against, where that is not the one before it in its lane. */
  readonly against?: number;
}

export const say = (reason: Reason): SessionReason => ({ code: reason.kind, sentence: sayReason(reason) });

/** A judgement of one reason alone. */
export const judgeAs = (reason: Reason, lost = 0, change: Change | null = null): Judgement => ({
  reason: say(reason),
  also: [],
  change,
  lost,
});

/** Misses of an entry that was there, or was to be. */
export const isOfTime = ({ code }: SessionReason): boolean => obstacleOf(code) === "time";

/**
 * What the rules say of a miss, the most telling first.
 * @param earlier all requests before it in the session: the ledger numbers only those of them that it played
 */
export function listRules({ prediction }: SessionStep, earlier: readonly SessionStep[]): SessionReason[] {
  const isRule = (kind: ReasonKind) => (obstacleOf(kind) ?? "change") !== "change";
  const found = prediction?.row.reasons.filter(({ code }) => isRule(code)) ?? [];
  const played = found.length > 0 ? earlier.filter((step) => step.prediction !== null) : [];
  const renumber = (words: string, number: string): string =>
    `request ${played[Number(number) - 1]?.exchange.number ?? words}`;
  return found.map(({ code, message }) => ({
    code,
    sentence: ENGLISH.say(message).replace(/\brequest (\d+)\b/g, renumber),
  }));
}

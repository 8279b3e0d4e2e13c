/** Figures that lessons take from what was played, in tokens, USD and shares. */
import type { LedgerRow } from "../bill/ledger";
import type { Currency } from "../offers/offer";
import { formatMoney } from "../values/figures";
import type { Facts, Figures, Lesson, Scored } from "./lesson";

/** A figure that there is none of: a reader has taken out the request it is of, or plays a model without a price. */
class NoFigure extends Error {}

/** The figures of a lesson; those of its untouched scene where the document no longer has what the texts name. */
export function readFigures(lesson: Lesson, facts: Facts): Figures {
  try {
    return lesson.figures(facts);
  } catch (error) {
    if (!(error instanceof NoFigure)) throw error;
    return lesson.figures({ ...facts, now: facts.start });
  }
}

/** Whether a goal holds; one that asks for what the document no longer has does not. */
export function isReached(goal: (facts: Facts) => boolean, facts: Facts): boolean {
  try {
    return goal(facts);
  } catch (error) {
    if (!(error instanceof NoFigure)) throw error;
    return false;
  }
}

/** @param request from 1 @throws where the conversation has no such request */
export function rowOf({ timeline }: Scored, request: number): LedgerRow {
  const turn = timeline.turns[request - 1];
  if (!turn) throw new NoFigure(`The scene has no request ${request}.`);
  return turn.ledger;
}

/** Requests, numbered from 1, that read at least so many tokens. */
export const requestsReading = ({ timeline }: Scored, tokens: number): number[] =>
  timeline.turns.flatMap(({ ledger }, index) => (ledger.read >= tokens ? [index + 1] : []));

/** Requests, numbered from 1, that read all that the one before left in the cache. */
export const requestsReadingAll = ({ timeline }: Scored): number[] =>
  timeline.turns.flatMap(({ ledger }, index) => {
    const before = timeline.turns[index - 1]?.ledger;
    return before && ledger.read > 0 && ledger.read >= before.read + before.written ? [index + 1] : [];
  });

/** A share in whole percent: 0.675 → 68. */
export const percentOf = (share: number): number => Math.round(share * 100);

/** @throws where a price is unknown */
export function costOf(played: {
  readonly timeline: { readonly totals: { readonly cost: number | null } };
}): number {
  const { cost } = played.timeline.totals;
  if (cost === null) throw new NoFigure("The scene has no price.");
  return cost;
}

/** What a thousand such conversations cost, e.g. `$21.40`. */
export const perThousand = (cost: number | null, currency: Currency = "USD"): string =>
  formatMoney(cost === null ? null : cost * 1000, currency);

/** The money of requests that were sent: what is billed, what may have been billed besides, and what a ceiling leaves. */
import { addAmounts, roundAmount } from "../bill/bill";
import { formatAmount } from "../values/figures";
import { type Message, tell } from "../words/message";
import type { OutputBound } from "./bound-output";
import type { Problem, Sending } from "./sending";

/** In the price's currency; null where an amount is not known. */
export interface Money {
  readonly billed: number | null;
  /** At most, of requests whose bill never came. */
  readonly maybe: number | null;
  /** Requests that `maybe` is of. */
  readonly open: number;
}

/** `cost`: null where no bill came, or a price is not known; then the most it can be counts. */
export function splitMoney(
  sent: readonly { readonly cost: number | null; readonly most: number | null }[],
): Money {
  const open = sent.filter(({ cost }) => cost === null);
  return {
    billed: addAmounts(sent.flatMap(({ cost }) => cost ?? [])),
    maybe: addAmounts(open.map(({ most }) => most)),
    open: open.length,
  };
}

/** Both together, as they count against a ceiling. */
export const spentOf = ({ billed, maybe }: Money): number | null => addAmounts([billed, maybe]);

/** What the ceiling leaves; null without one, NaN never: `unknown` where what was spent is not known. */
export function leftOf({ ceiling }: Pick<Sending, "ceiling">, money: Money): number | null | "unknown" {
  if (ceiling === null) return null;
  const spent = spentOf(money);
  return spent === null ? "unknown" : Math.max(0, roundAmount(ceiling - spent));
}

/** Rounded up to four significant digits, so that it is enough as it is written. */
function roundUp(amount: number): number {
  const step = 10 ** (Math.floor(Math.log10(amount)) - 3);
  return Number((Math.ceil(roundAmount(amount / step)) * step).toPrecision(4));
}

/** What is said of the ceiling in one kind of sending. */
export interface CeilingWords {
  /** With the ceiling that would be enough. */
  readonly raise: (enough: string) => Message;
  readonly unpriced: Message;
}

/** Why the next request is not sent: what is left, what it would take, and what to do about it. */
export function refuseByCeiling(
  { ceiling }: Pick<Sending, "ceiling">,
  refusal: Extract<OutputBound, { readonly ok: false }>,
  {
    money,
    currency,
    model,
  }: { readonly money: Money; readonly currency: string | null; readonly model: string },
  { raise, unpriced }: CeilingWords,
): Problem {
  const kind = "ceiling";
  if (refusal.why === "unheld")
    return { kind, sentence: tell("run.ceilingUnheld", { model }), wayOut: tell("run.holdThoughts") };
  if (refusal.why === "open")
    return { kind, sentence: tell("run.ceilingOpen"), wayOut: tell("run.closeRequest") };
  const left = leftOf({ ceiling }, money);
  if (refusal.why !== "past" || ceiling === null || left === null || left === "unknown")
    return { kind, sentence: tell("run.ceilingUnknown"), wayOut: unpriced };
  const write = (amount: number): string => formatAmount(amount, currency);
  const told = {
    most: write(refusal.needs),
    left: write(left),
    ceiling: write(ceiling),
    tokens: refusal.tokens,
  };
  const enough = roundUp((spentOf(money) ?? 0) + refusal.needs);
  return {
    kind,
    sentence:
      (money.maybe ?? 0) > 0
        ? tell("run.pastCeilingMaybe", { ...told, maybe: write(money.maybe ?? 0) })
        : tell("run.pastCeiling", told),
    wayOut: raise(write(enough)),
  };
}

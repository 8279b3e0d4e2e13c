/** Says a difference in cost in figures and in words. */
import type { Currency } from "../../lib/offers/offer";
import { NOTHING } from "../../lib/placement/fold-ties";
import { formatMoney, formatPercent } from "../../lib/values/figures";
import { type Message, type Said, tell } from "../../lib/words/message";

export interface ChangeWords {
  readonly tone: "less" | "more" | "same" | "unknown";
  /** With its sign, e.g. "−63.1%"; empty where nothing changes or nothing is known. */
  readonly percent: string;
  /** e.g. "saves $0.12", "costs $0.12 more". */
  readonly words: Message;
  /** The same with a sign alone, e.g. "+$0.12"; the words where there is no amount. */
  readonly signed: Said;
}

/**
 * @param change what it costs more, in the currency; below zero where it saves; null = unknown
 * @param base what it is compared with
 */
export function describeChange(change: number | null, base: number | null, currency: Currency): ChangeWords {
  const alone = (tone: "unknown" | "same", words: Message): ChangeWords => ({
    tone,
    percent: "",
    words,
    signed: words,
  });
  if (change === null) return alone("unknown", tell("values.unknown"));
  if (Math.abs(change) <= NOTHING) return alone("same", tell("placement.noDifference"));
  const less = change < 0;
  const sign = less ? "−" : "+";
  const money = formatMoney(Math.abs(change), currency);
  return {
    tone: less ? "less" : "more",
    percent: base ? `${sign}${formatPercent(Math.abs(change) / base)}` : "",
    words: tell(less ? "placement.saves" : "placement.costsMore", { money }),
    signed: `${sign}${money}`,
  };
}

"use client";
/** A difference in cost: green with a minus, red with a plus, and always in words too. */
import type { Currency } from "../../lib/offers/offer";
import { useWords } from "../words/use-words";
import { type ChangeWords, describeChange } from "./describe-change";

const looks: Record<ChangeWords["tone"], string> = {
  less: "text-read-ink",
  more: "text-bad",
  same: "text-mute",
  unknown: "text-mute",
};

interface ChangeTextProps {
  /** What it costs more; below zero where it saves; null = unknown. */
  readonly change: number | null;
  readonly base: number | null;
  readonly currency: Currency;
}

export function ChangeText({ change, base, currency }: ChangeTextProps) {
  const { say } = useWords();
  const { tone, percent, words } = describeChange(change, base, currency);
  return (
    <span className={looks[tone]}>
      {percent !== "" && <span className="font-mono font-semibold whitespace-nowrap">{percent} </span>}
      <span className="whitespace-nowrap">{say(words)}</span>
    </span>
  );
}

/** The same for a column of figures: the part above the amount, both with their sign. */
export function ChangeFigures({ change, base, currency }: ChangeTextProps) {
  const { say } = useWords();
  const { tone, percent, signed } = describeChange(change, base, currency);
  return (
    <span className={`block text-right font-mono whitespace-nowrap ${looks[tone]}`}>
      {percent !== "" && <span className="block font-semibold">{percent} </span>}
      <span className="block text-xs">{say(signed)}</span>
    </span>
  );
}

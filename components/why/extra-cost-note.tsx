"use client";
/** What the miss cost, in one sentence. */
import type { ReactNode } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { ExtraCost } from "../../lib/timeline/extra-cost";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { useWords } from "../words/use-words";

export function ExtraCostNote({ extra, currency }: { extra: ExtraCost; currency: Currency }) {
  const { t, rich } = useWords();
  const { money } = extra;
  const said = { about: extra.about ? "yes" : "no", tokens: formatCount(extra.tokens) };
  return (
    <p data-extra-cost>
      {money !== null && money > 0
        ? rich(
            "why.extraCost",
            { b: (pieces: ReactNode) => <span className="font-mono font-semibold">{pieces}</span> },
            { ...said, money: formatMoney(money, currency) },
          )
        : t("why.extraTokens", said)}
    </p>
  );
}

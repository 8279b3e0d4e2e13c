"use client";
/** After how many reads a write has paid for itself, with the figures. */
import type { ReactNode } from "react";
import { ratesOfEntry, readsToBreakEven } from "../../lib/bill/break-even";
import { findOffer } from "../../lib/offers/model-studio-offer";
import { findBand, rateOf } from "../../lib/offers/offer";
import type { ShownTurn } from "../../lib/pipeline/analysis";
import { listOverrides } from "../../lib/placement/list-overrides";
import { formatMoney } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";
import { Term } from "../terms/term";
import { useWords } from "../words/use-words";

export function BreakEvenNote({ shown: { ledger, model } }: { readonly shown: ShownTurn }) {
  const { t, rich } = useWords();
  const settings = usePlayground((state) => state.settings);
  const isElsewhere = usePlayground((state) => state.good?.timeline.playedBy !== null);
  const { region, isRegionAssumed = false } = settings;
  const { tariff, rules } = findOffer(model, region, { isRegionAssumed, prices: listOverrides(settings) });
  if (isElsewhere || rules.explicit.status === "not-offered") return null;
  const band = findBand(tariff, ledger.prompt);
  const { uncached, written, read } = ratesOfEntry(ledger.lines, band);
  const needed = readsToBreakEven({ uncached, written, read });
  if (needed === null || uncached === null || written === null || read === null) return null;
  const currency = ledger.currency ?? "USD";
  const isImplicit = ledger.lines.some(({ kind }) => kind === "read:implicit");
  const implicit = isImplicit ? rateOf(band, "read:implicit") : null;
  return (
    <section>
      <h3 className="mb-1 font-semibold">
        <Term id="breakEven">{t("why.breakEven")}</Term>
      </h3>
      <p>
        {implicit !== null && `${t("why.implicitReads", { price: formatMoney(implicit, currency) })} `}
        {rich(
          isImplicit ? "why.explicitWritePays" : "why.writePays",
          {
            formula: (pieces: ReactNode) => <span className="inline-block font-mono">{pieces}</span>,
          },
          {
            more: formatMoney(written - uncached, currency),
            saved: formatMoney(uncached - read, currency),
            figures: `(${written} − ${uncached}) ÷ (${uncached} − ${read}) = ${needed.toFixed(2)}`,
            reads: Math.max(1, Math.ceil(needed)),
          },
        )}
      </p>
    </section>
  );
}

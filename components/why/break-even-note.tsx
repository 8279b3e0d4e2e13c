"use client";
/** After how many reads a write has paid for itself, with the figures. */
import { ratesOfEntry, readsToBreakEven } from "../../lib/bill/break-even";
import { findOffer } from "../../lib/offers/model-studio-offer";
import { findBand, rateOf } from "../../lib/offers/offer";
import type { ShownTurn } from "../../lib/pipeline/analysis";
import { listOverrides } from "../../lib/placement/list-overrides";
import { formatMoney } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";
import { Term } from "../terms/term";

export function BreakEvenNote({ shown: { ledger, model } }: { readonly shown: ShownTurn }) {
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
        <Term id="breakEven">Break-even</Term>
      </h3>
      <p>
        {implicit !== null &&
          `Implicit reads, at ${formatMoney(implicit, currency)} per million tokens, need no write. `}
        {isImplicit ? "At explicit rates, a marker’s write would cost" : "Writing costs"}{" "}
        {formatMoney(written - uncached, currency)} more per million tokens than plain input; each read saves{" "}
        {formatMoney(uncached - read, currency)}. So{" "}
        <span className="inline-block font-mono">
          ({written} − {uncached}) ÷ ({uncached} − {read}) = {needed.toFixed(2)}
        </span>{" "}
        reads pay for one write:{" "}
        {needed <= 1 ? "the first read is enough." : `${Math.ceil(needed)} reads are enough.`}
      </p>
    </section>
  );
}

/** After how many reads a write has paid for itself, with the figures. */
import { ratesOfEntry, readsToBreakEven } from "../../lib/bill/break-even";
import type { LedgerRow } from "../../lib/bill/ledger";
import { formatMoney } from "../../lib/values/figures";
import { Term } from "../terms/term";

export function BreakEvenNote({ ledger }: { readonly ledger: LedgerRow }) {
  const rates = ratesOfEntry(ledger.lines);
  if (rates === null) return null;
  const { uncached, written, read } = rates;
  const needed = readsToBreakEven(rates);
  if (needed === null || uncached === null || written === null || read === null) return null;
  const currency = ledger.currency ?? "USD";
  return (
    <section>
      <h3 className="mb-1 font-semibold">
        <Term id="breakEven">Break-even</Term>
      </h3>
      <p>
        Writing costs {formatMoney(written - uncached, currency)} more per million tokens than plain input;
        each read saves {formatMoney(uncached - read, currency)}. So{" "}
        <span className="inline-block font-mono">
          ({written} − {uncached}) ÷ ({uncached} − {read}) = {needed.toFixed(2)}
        </span>{" "}
        reads pay for one write:{" "}
        {needed <= 1 ? "the first read is enough." : `${Math.ceil(needed)} reads are enough.`}
      </p>
    </section>
  );
}

/** After how many reads a write has paid for itself, with the figures. */
import { readsToBreakEven } from "../../lib/bill/break-even";
import { formatMoney } from "../../lib/values/figures";
import type { MissPrices } from "./extra-cost";

export function BreakEvenNote({ prices, currency }: { prices: MissPrices; currency: "USD" | "CNY" }) {
  const { input, create, read } = prices;
  const needed = readsToBreakEven({ input, create5m: create, read });
  if (needed === null || create === null || read === null) return null;
  return (
    <section>
      <h3 className="mb-1 font-semibold">Break-even</h3>
      <p>
        Writing costs {formatMoney(create - input, currency)} more per million tokens than plain input; each
        read saves {formatMoney(input - read, currency)}. So{" "}
        <span className="inline-block font-mono">
          ({create} − {input}) ÷ ({input} − {read}) = {needed.toFixed(2)}
        </span>{" "}
        reads pay for one write:{" "}
        {needed <= 1 ? "the first read is enough." : `${Math.ceil(needed)} reads are enough.`}
      </p>
    </section>
  );
}

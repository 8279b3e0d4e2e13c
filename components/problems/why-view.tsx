"use client";
/** Why the selected request read what it read, and how its cost adds up. */
import { findPrice } from "../../lib/models/prices";
import { readsToBreakEven } from "../../lib/timeline/break-even";
import { usePlayground } from "../playground-context";
import { useCurrency } from "../timeline/use-currency";
import { formatClock, formatCount, formatMoney, formatPrice } from "../ui/format-number";

interface BillLine {
  readonly kind: string;
  readonly tokens: number;
  readonly perMillion: number | null;
}

function BillTable({
  lines,
  cost,
  currency,
}: {
  lines: readonly BillLine[];
  cost: number | null;
  currency: "USD" | "CNY";
}) {
  return (
    <table className="w-full text-right font-mono text-xs [&_td]:py-0.5 [&_td]:pl-2 [&_th]:py-0.5 [&_th:not(:first-child)]:pl-2 [&_th]:font-normal">
      <caption className="sr-only">Tokens times price per million tokens</caption>
      <thead className="font-sans text-mute">
        <tr>
          <th scope="col" className="text-left">
            kind
          </th>
          <th scope="col">tokens</th>
          <th scope="col">per million</th>
          <th scope="col">cost</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ kind, tokens, perMillion }) => (
          <tr key={kind}>
            <th scope="row" className="text-left font-sans">
              {kind}
            </th>
            <td>{formatCount(tokens)}</td>
            <td>{perMillion === null ? "unknown" : formatPrice(perMillion, currency)}</td>
            <td>
              {tokens === 0
                ? formatMoney(0, currency)
                : perMillion === null
                  ? "unknown"
                  : formatMoney((tokens * perMillion) / 1e6, currency)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line font-semibold">
          <th scope="row" className="text-left font-sans">
            sum
          </th>
          <td colSpan={3}>{cost === null ? "unknown" : formatMoney(cost, currency)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

export function WhyView() {
  const turns = usePlayground((state) => state.good?.timeline.turns);
  const turn = usePlayground((state) => state.turn);
  const region = usePlayground((state) => state.settings.region);
  const currency = useCurrency();
  const shown = turns?.[turn];
  if (!shown) return <p className="p-4 text-mute">No request has been played yet.</p>;
  const { ledger, request, at } = shown;
  const price = findPrice(request.model, region, ledger.prompt);
  const needed = price && readsToBreakEven(price);
  const lines: BillLine[] = [
    { kind: "read", tokens: ledger.read, perMillion: price?.read ?? null },
    { kind: "written", tokens: ledger.written, perMillion: price?.create5m ?? null },
    { kind: "uncached", tokens: ledger.uncached, perMillion: price?.input ?? null },
    { kind: "completion", tokens: ledger.completion, perMillion: price?.output ?? null },
  ];
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-3.5">
      <section>
        <h3 className="font-semibold">
          Request {turn + 1} at {formatClock(at)}
        </h3>
        <ul className="mt-1.5 space-y-1.5">
          {ledger.reasons.map((reason) => (
            <li key={reason.code + (reason.pointer ?? "")}>
              <code className="mr-1.5 rounded bg-line-soft px-1.5 py-px font-mono text-[11px]">
                {reason.code}
              </code>
              {reason.message}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className="mb-1 font-semibold">Its bill</h3>
        <BillTable lines={lines} cost={ledger.cost} currency={currency} />
        <p className="mt-1 text-xs text-mute">
          read + written + uncached = {formatCount(ledger.read)} + {formatCount(ledger.written)} +{" "}
          {formatCount(ledger.uncached)} = {formatCount(ledger.prompt)} prompt tokens.
        </p>
      </section>
      {price && needed !== null && (
        <section>
          <h3 className="mb-1 font-semibold">Break-even</h3>
          <p>
            Writing costs {formatMoney((price.create5m ?? 0) - price.input, currency)} more per million tokens
            than plain input; each read saves {formatMoney(price.input - (price.read ?? 0), currency)}. So{" "}
            <span className="font-mono">
              ({price.create5m} − {price.input}) ÷ ({price.input} − {price.read}) = {needed.toFixed(2)}
            </span>{" "}
            reads pay for one write:{" "}
            {needed <= 1 ? "the first read is enough." : `${Math.ceil(needed)} reads are enough.`}
          </p>
        </section>
      )}
    </div>
  );
}

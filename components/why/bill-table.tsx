/** The bill of one request, line by line: tokens times price. */

import type { LedgerRow } from "../../lib/bill/ledger";
import type { Price } from "../../lib/offers/model";
import { formatCount, formatMoney, formatPrice } from "../../lib/values/figures";
import type { MissPrices } from "./extra-cost";

interface BillTableProps {
  readonly ledger: LedgerRow;
  readonly price: Price | null;
  readonly prices: MissPrices | null;
  readonly currency: "USD" | "CNY";
}

export function BillTable({ ledger, price, prices, currency }: BillTableProps) {
  const { cost } = ledger;
  const lines = [
    { kind: "read", tokens: ledger.read, perMillion: prices?.read ?? null },
    { kind: "written", tokens: ledger.written, perMillion: prices?.create ?? null },
    { kind: "uncached", tokens: ledger.uncached, perMillion: price?.input ?? null },
    { kind: "completion", tokens: ledger.completion, perMillion: price?.output ?? null },
  ];
  return (
    <section>
      <h3 className="mb-1 font-semibold">Its bill</h3>
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
      <p className="mt-1 text-xs text-mute">
        read + written + uncached = {formatCount(ledger.read)} + {formatCount(ledger.written)} +{" "}
        {formatCount(ledger.uncached)} = {formatCount(ledger.prompt)} prompt tokens.
      </p>
    </section>
  );
}

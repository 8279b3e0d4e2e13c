/** The bill of one request, line by line: tokens times price. */

import { figureOf } from "../../lib/bill/bill";
import type { LedgerRow } from "../../lib/bill/ledger";
import { formatCount, formatMoney, formatPrice } from "../../lib/values/figures";
import { Term } from "../terms/term";

export function BillTable({ ledger }: { readonly ledger: LedgerRow }) {
  const { cost, lines } = ledger;
  const currency = ledger.currency ?? "USD";
  return (
    <section>
      <h3 className="mb-1 font-semibold">Its bill</h3>
      <table className="w-full text-right font-mono text-xs [&_td]:py-1 [&_td]:pl-2 [&_th]:py-1 [&_th:not(:first-child)]:pl-2 [&_th]:font-normal">
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
          {lines.map(({ kind, tokens, rate, amount }) => {
            const figure = figureOf(kind);
            return (
              <tr key={kind}>
                <th scope="row" className="text-left font-sans">
                  {figure && <Term id={figure} />}
                </th>
                <td>{formatCount(tokens)}</td>
                <td>{rate === null ? "unknown" : formatPrice(rate, currency)}</td>
                <td>{amount === null ? "unknown" : formatMoney(amount, currency)}</td>
              </tr>
            );
          })}
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

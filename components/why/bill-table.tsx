/** The bill of one request, line by line: tokens times price. */

import { figureOf } from "../../lib/bill/bill";
import type { LedgerRow } from "../../lib/bill/ledger";
import { findCause } from "../../lib/reasons/kinds";
import { formatCount, formatMoney, formatPrice } from "../../lib/values/figures";
import { Term } from "../terms/term";

/** What is billed besides tokens of the request. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  create: "object made",
  storage: "object kept",
  call: "uses of an object",
};

export function BillTable({ ledger }: { readonly ledger: LedgerRow }) {
  const { cost, lines } = ledger;
  const isRefused = findCause(ledger)?.code === "failed";
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
                  {figure ? <Term id={figure} /> : (OTHER_KINDS[kind] ?? kind)}
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
        {isRefused && "Nothing is read, written or billed: "}
        read + written + uncached = {formatCount(ledger.read)} + {formatCount(ledger.written)} +{" "}
        {formatCount(ledger.uncached)} = {formatCount(isRefused ? 0 : ledger.prompt)}{" "}
        {isRefused ? `of ${formatCount(ledger.prompt)} ` : ""}prompt tokens.
      </p>
    </section>
  );
}

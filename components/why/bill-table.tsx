"use client";
/** The bill of one request, line by line: tokens times price. */
import { figureOf } from "../../lib/bill/bill";
import type { LedgerRow } from "../../lib/bill/ledger";
import { findCause } from "../../lib/reasons/kinds";
import { formatCount, formatMoney, formatPrice } from "../../lib/values/figures";
import type { MessageKey } from "../../lib/words/message";
import { Term } from "../terms/term";
import { useWords } from "../words/use-words";

/** What is billed besides tokens of the request. */
const OTHER_KINDS = {
  create: "why.objectMade",
  storage: "why.objectKept",
  call: "why.objectUsed",
} as const satisfies Readonly<Record<string, MessageKey>>;

const isOtherKind = (kind: string): kind is keyof typeof OTHER_KINDS => Object.hasOwn(OTHER_KINDS, kind);

export function BillTable({ ledger }: { readonly ledger: LedgerRow }) {
  const { t } = useWords();
  const { cost, lines } = ledger;
  const isRefused = findCause(ledger)?.code === "failed";
  const currency = ledger.currency ?? "USD";
  const sums = {
    read: formatCount(ledger.read),
    written: formatCount(ledger.written),
    uncached: formatCount(ledger.uncached),
  };
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t("why.bill")}</h3>
      <table className="w-full text-right font-mono text-xs [&_td]:py-1 [&_td]:pl-2 [&_th]:py-1 [&_th:not(:first-child)]:pl-2 [&_th]:font-normal">
        <caption className="sr-only">{t("why.billCaption")}</caption>
        <thead className="font-sans text-mute">
          <tr>
            <th scope="col" className="text-left">
              {t("why.billKind")}
            </th>
            <th scope="col">{t("why.billTokens")}</th>
            <th scope="col">{t("why.billRate")}</th>
            <th scope="col">{t("why.billCost")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, tokens, rate, amount }) => {
            const figure = figureOf(kind);
            return (
              <tr key={kind}>
                <th scope="row" className="text-left font-sans">
                  {figure ? <Term id={figure} /> : isOtherKind(kind) ? t(OTHER_KINDS[kind]) : kind}
                </th>
                <td>{formatCount(tokens)}</td>
                <td>{rate === null ? t("values.unknown") : formatPrice(rate, currency)}</td>
                <td>{amount === null ? t("values.unknown") : formatMoney(amount, currency)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="border-t border-line font-semibold">
            <th scope="row" className="text-left font-sans">
              {t("why.billTotal")}
            </th>
            <td colSpan={3}>{cost === null ? t("values.unknown") : formatMoney(cost, currency)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-1 text-xs text-mute">
        {isRefused
          ? t("why.billSumRefused", { ...sums, prompt: formatCount(ledger.prompt) })
          : t("why.billSum", { ...sums, sum: formatCount(ledger.prompt) })}
      </p>
    </section>
  );
}

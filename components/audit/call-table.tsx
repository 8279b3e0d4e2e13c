/** Every call of an audit: what its usage says, how long it took, what it cost. */

import type { AuditCall, AuditState } from "../../lib/audit/audit-state";
import { currencyOf } from "../../lib/audit/estimate-audit";
import { KIND_WORDS } from "../../lib/audit/write-audit-report";
import type { Currency } from "../../lib/offers/offer";
import { formatAmount, formatCount, formatMoney, orDash } from "../../lib/values/figures";
import { tell, tellNames } from "../../lib/words/message";
import { useWords } from "../words/use-words";

const HEADS = [
  "audit.prompt",
  "audit.read",
  "audit.written",
  "audit.firstTokenHeading",
  "audit.total",
  "audit.cost",
  "audit.reportedCost",
] as const;

const writeCount = (tokens: number | undefined): string => orDash(tokens, formatCount);
const writeSeconds = (seconds: number | null): string => orDash(seconds, (value) => `${value.toFixed(3)} s`);

function CallRow({ call, currency }: { readonly call: AuditCall; readonly currency: Currency }) {
  const { t, sentences } = useWords();
  const { order, pair, kind, usage, firstToken, total, cost, reportedCost, counts, fault, added } = call;
  const notes = [
    call.cost === null && call.most !== null
      ? tell("audit.maybeBilled", { most: formatMoney(call.most, currency) })
      : "",
    added.length > 0
      ? tell("run.limitsAdded", {
          limits: tellNames(added.map(({ field, tokens }) => tell("run.limitAdded", { field, tokens }))),
        })
      : "",
    counts ? "" : tell("audit.notJudged"),
    kind === "opening" ? tell("audit.openingNotJudged") : "",
    fault ?? "",
  ];
  return (
    <tr className="border-b border-line-soft align-top" data-audit-call={order + 1}>
      <th scope="row" className="text-left font-sans font-medium whitespace-nowrap">
        {order + 1} <span className="font-normal text-mute">{t(KIND_WORDS[kind])}</span>
      </th>
      <td>{pair === 0 ? "–" : pair}</td>
      <td>{writeCount(usage?.prompt)}</td>
      <td className="text-read-ink">{writeCount(usage?.read)}</td>
      <td className="text-written-ink">{writeCount(usage?.written)}</td>
      <td>{writeSeconds(firstToken)}</td>
      <td>{writeSeconds(total)}</td>
      <td>{cost === null ? "–" : formatMoney(cost, currency)}</td>
      <td>{orDash(reportedCost, formatAmount)}</td>
      <td className="text-left font-sans text-mute">{sentences(notes)}</td>
    </tr>
  );
}

export function CallTable({ audit }: { readonly audit: AuditState }) {
  const { t } = useWords();
  const currency = currencyOf(audit.plan) ?? "USD";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section aria-label={t("audit.callsOfAudit")} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-right font-mono text-xs [&_td]:px-2.5 [&_td]:py-1 [&_td]:whitespace-nowrap [&_th]:px-2.5 [&_th]:py-1">
        <caption className="sr-only">{t("audit.tableCaption")}</caption>
        <thead className="border-b border-line font-sans text-mute [&_th]:font-medium">
          <tr>
            <th scope="col" className="text-left">
              {t("audit.call")}
            </th>
            <th scope="col">{t("audit.pair")}</th>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="whitespace-nowrap">
                {t(head)}
              </th>
            ))}
            <th scope="col" className="text-left">
              {t("audit.notes")}
            </th>
          </tr>
        </thead>
        <tbody>
          {audit.calls.map((call) => (
            <CallRow key={`${call.attempt} ${call.order}`} call={call} currency={currency} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

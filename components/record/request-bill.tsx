/** Predicted beside billed, and where they differ, why. */
import type { Currency } from "../../lib/offers/offer";
import type { SessionRequest } from "../../lib/sessions/session-view";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { useWords } from "../words/use-words";

interface RequestBillProps {
  readonly request: SessionRequest;
  readonly currency: Currency | null;
}

const KINDS = [
  { kind: "read", nameKey: "recordFigures.read", look: "text-read-ink" },
  { kind: "written", nameKey: "recordFigures.written", look: "text-written-ink" },
  { kind: "uncached", nameKey: "recordFigures.uncached", look: "text-uncached-ink" },
  { kind: "completion", nameKey: "recordFigures.completion", look: "text-completion-ink" },
] as const;

export function RequestBill({ request, currency }: RequestBillProps) {
  const { t, say } = useWords();
  const {
    predicted,
    billed,
    exact,
    cost,
    costFrom,
    costWithoutCache,
    running,
    duration,
    difference,
    lost,
    lostCost,
  } = request;
  const money = (amount: number | null): string =>
    amount === null ? t("values.unknown") : formatMoney(amount, currency ?? "USD");
  return (
    <section aria-label={t("recordFigures.itsFigures")}>
      <table className="w-full text-right font-mono text-xs [&_td]:py-0.5 [&_td]:pl-2 [&_th]:py-0.5 [&_th]:font-normal [&_th:not(:first-child)]:pl-2">
        <caption className="sr-only">{t("recordFigures.billCaption")}</caption>
        <thead className="font-sans text-mute">
          <tr className="border-b border-line-soft">
            <th scope="col" className="text-left">
              {t("recordFigures.tokensHeading")}
            </th>
            <th scope="col">
              {t(predicted && !exact ? "recordFigures.predictedEstimate" : "recordFigures.predicted")}
            </th>
            <th scope="col">{t("recordFigures.billed")}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map(({ kind, nameKey, look }) => (
            <tr key={kind}>
              <th scope="row" className={`text-left font-sans ${look}`}>
                {t(nameKey)}
              </th>
              <td className="text-mute">{predicted ? formatCount(predicted[kind]) : "–"}</td>
              <td data-billed={kind}>{billed ? formatCount(billed[kind]) : "–"}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line-soft font-semibold">
            <th scope="row" className="text-left font-sans">
              {t(costFrom === "predicted" ? "recordFigures.costPredicted" : "recordFigures.cost")}
            </th>
            <td colSpan={2}>{money(cost)}</td>
          </tr>
          <tr>
            <th scope="row" className="text-left font-sans text-mute">
              {t("recordFigures.withoutCacheRow")}
            </th>
            <td colSpan={2} className="text-mute">
              {money(costWithoutCache)}
            </td>
          </tr>
          <tr>
            <th scope="row" className="text-left font-sans text-mute">
              {t("recordFigures.billUpTo")}
            </th>
            <td colSpan={2} className="text-mute">
              {money(running)}
            </td>
          </tr>
        </tfoot>
      </table>
      {lost > 0 && (
        <p className="mt-1.5 text-bad">
          {lostCost === null
            ? t("recordFigures.paidAgainTokens", { count: formatCount(lost) })
            : t("recordFigures.paidAgainMoney", { count: formatCount(lost), amount: money(lostCost) })}
        </p>
      )}
      {billed && predicted && (
        <p className="mt-1.5 text-mute" data-difference>
          {difference === null ? t("recordFigures.billedAsPredicted") : say(difference)}
        </p>
      )}
      {!billed && duration !== null && predicted && (
        <p className="mt-1.5 text-mute">{t("recordFigures.noUsage")}</p>
      )}
    </section>
  );
}

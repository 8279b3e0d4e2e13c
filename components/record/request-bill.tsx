/** Predicted beside billed, and where they differ, why. */
import type { Currency } from "../../lib/offers/offer";
import type { SessionRequest } from "../../lib/sessions/session-view";
import { formatCount, formatMoney } from "../../lib/values/figures";

interface RequestBillProps {
  readonly request: SessionRequest;
  readonly currency: Currency | null;
}

const KINDS = [
  { kind: "read", look: "text-read-ink" },
  { kind: "written", look: "text-written-ink" },
  { kind: "uncached", look: "text-uncached-ink" },
  { kind: "completion", look: "text-completion-ink" },
] as const;

export function RequestBill({ request, currency }: RequestBillProps) {
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
  const money = (amount: number | null): string => formatMoney(amount, currency ?? "USD");
  return (
    <section aria-label="Its figures">
      <table className="w-full text-right font-mono text-xs [&_td]:py-0.5 [&_td]:pl-2 [&_th]:py-0.5 [&_th]:font-normal [&_th:not(:first-child)]:pl-2">
        <caption className="sr-only">Tokens as predicted by the rules and as billed</caption>
        <thead className="font-sans text-mute">
          <tr className="border-b border-line-soft">
            <th scope="col" className="text-left">
              tokens
            </th>
            <th scope="col">predicted{predicted && !exact ? ", estimate" : ""}</th>
            <th scope="col">billed</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map(({ kind, look }) => (
            <tr key={kind}>
              <th scope="row" className={`text-left font-sans ${look}`}>
                {kind}
              </th>
              <td className="text-mute">{predicted ? formatCount(predicted[kind]) : "–"}</td>
              <td data-billed={kind}>{billed ? formatCount(billed[kind]) : "–"}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line-soft font-semibold">
            <th scope="row" className="text-left font-sans">
              cost{costFrom === "predicted" ? ", predicted" : ""}
            </th>
            <td colSpan={2}>{money(cost)}</td>
          </tr>
          <tr>
            <th scope="row" className="text-left font-sans text-mute">
              without cache
            </th>
            <td colSpan={2} className="text-mute">
              {money(costWithoutCache)}
            </td>
          </tr>
          <tr>
            <th scope="row" className="text-left font-sans text-mute">
              bill up to here
            </th>
            <td colSpan={2} className="text-mute">
              {money(running)}
            </td>
          </tr>
        </tfoot>
      </table>
      {lost > 0 && (
        <p className="mt-1.5 text-bad">
          {formatCount(lost)} tokens were paid for again
          {lostCost === null ? "." : `: ${money(lostCost)} more than reading them.`}
        </p>
      )}
      {billed && predicted && (
        <p className="mt-1.5 text-mute" data-difference>
          {difference ?? "Billed as predicted."}
        </p>
      )}
      {!billed && duration !== null && predicted && (
        <p className="mt-1.5 text-mute">The service sent no usage for it.</p>
      )}
    </section>
  );
}

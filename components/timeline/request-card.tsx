"use client";
/** What a request was, what the cache made of it and what it costs, in full: the content of its hover card. */
import { addAmounts, type Figure, figureOf } from "../../lib/bill/bill";
import type { Currency } from "../../lib/offers/offer";
import type { TurnView } from "../../lib/pipeline/analysis";
import { nameReason } from "../../lib/reasons/kinds";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock, formatColumn, formatCount } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import { MISS_SIGN, sayMiss } from "./miss-sign";

const FIGURES: readonly Figure[] = ["read", "written", "uncached", "completion"];
const fills = {
  read: "fill-read",
  written: "fill-written",
  uncached: "fill-uncached",
  completion: "fill-completion",
} as const;

interface RequestCardProps {
  readonly turn: TurnView;
  readonly index: number;
  /** Absent where it read all that it could. */
  readonly miss: Miss | undefined;
  readonly currency: Currency;
  readonly moneyPer: number;
  /** Seconds since the request before; null = nothing is before it. */
  readonly gap: number | null;
}

export function RequestCard({ turn, index, miss, currency, moneyPer, gap }: RequestCardProps) {
  const { ledger, at, label, events, lane } = turn;
  const { t, say } = useWords();
  const multiply = (amount: number | null): number | null => (amount === null ? null : amount * moneyPer);
  const amountOf = (figure: Figure): number | null =>
    multiply(
      addAmounts(ledger.lines.filter(({ kind }) => figureOf(kind) === figure).map(({ amount }) => amount)),
    );
  const cost = multiply(ledger.cost);
  const plain = multiply(ledger.costWithoutCache);
  const format = formatColumn([...FIGURES.map(amountOf), cost, plain], currency);
  const write = (amount: number | null): string => (amount === null ? t("values.unknown") : format(amount));
  const [reason] = ledger.reasons;
  return (
    <div className="flex flex-col gap-1.5">
      <p>
        <span className="font-semibold">{t("timeline.request", { number: index + 1 })}</span>
        <span className="text-mute">
          {" "}
          · {formatClock(at)}
          {gap === null ? "" : ` · ${t("timeline.later", { gap: { seconds: gap } })}`} · {say(label)}
          {lane === undefined ? "" : ` · ${lane}`}
        </span>
      </p>
      {events.map((event) => (
        <p key={say(event)} className="text-mute">
          {t("timeline.beforeIt", { event })}
        </p>
      ))}
      {miss && (
        <p className="font-semibold text-bad">
          {MISS_SIGN} {say(sayMiss(miss))}
        </p>
      )}
      {reason && (
        <p>
          {!miss && (
            <span className="font-semibold">
              {t("timeline.reason", { reason: nameReason(reason.code) })}
              {gap}
            </span>
          )}
          {say(reason.message)}
        </p>
      )}
      <table className="w-full border-collapse text-right font-mono tabular-nums [&_td]:py-px [&_td]:pl-4">
        <tbody>
          {FIGURES.filter((figure) => ledger[figure] > 0).map((figure) => (
            <tr key={figure}>
              <th scope="row" className="text-left font-sans font-normal">
                <span aria-hidden className={`mr-1.5 inline-block size-2.5 rounded-xs ${fills[figure]}`} />
                {t(`timeline.${figure}`)}
              </th>
              <td>{formatCount(ledger[figure])}</td>
              <td>{write(amountOf(figure))}</td>
            </tr>
          ))}
          <tr className="border-t border-line font-semibold">
            <th scope="row" className="text-left font-sans">
              {t("timeline.cost")}
            </th>
            <td />
            <td>{write(cost)}</td>
          </tr>
          <tr className="text-mute">
            <th scope="row" className="text-left font-sans font-normal">
              {t("timeline.withoutCache")}
            </th>
            <td />
            <td>{write(plain)}</td>
          </tr>
        </tbody>
      </table>
      {moneyPer > 1 && (
        <p className="text-mute">{t("timeline.moneyOf", { conversations: formatCount(moneyPer) })}</p>
      )}
    </div>
  );
}

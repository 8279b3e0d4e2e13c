"use client";
/** What a request was, what the cache made of it and what it costs, in full: the content of its hover card. */
import { addAmounts, type Figure, figureOf } from "../../lib/bill/bill";
import type { Currency } from "../../lib/offers/offer";
import type { TurnView } from "../../lib/pipeline/analysis";
import { nameReason } from "../../lib/reasons/kinds";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock, formatColumn, formatCount, formatDuration } from "../../lib/values/figures";
import { Sentence } from "../words/sentence";
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
  const multiply = (amount: number | null): number | null => (amount === null ? null : amount * moneyPer);
  const amountOf = (figure: Figure): number | null =>
    multiply(
      addAmounts(ledger.lines.filter(({ kind }) => figureOf(kind) === figure).map(({ amount }) => amount)),
    );
  const cost = multiply(ledger.cost);
  const plain = multiply(ledger.costWithoutCache);
  const write = formatColumn([...FIGURES.map(amountOf), cost, plain], currency);
  const [reason] = ledger.reasons;
  return (
    <div className="flex flex-col gap-1.5">
      <p>
        <span className="font-semibold">Request {index + 1}</span>
        <span className="text-mute">
          {" "}
          · {formatClock(at)}
          {gap === null ? "" : ` · ${formatDuration(gap)} later`} · {label}
          {lane === undefined ? "" : ` · ${lane}`}
        </span>
      </p>
      {events.map((event) => (
        <p key={event} className="text-mute">
          Before it: {event}
        </p>
      ))}
      {miss && (
        <p className="font-semibold text-bad">
          {MISS_SIGN} {sayMiss(miss)}
        </p>
      )}
      {reason && (
        <p>
          {!miss && <span className="font-semibold">{nameReason(reason.code)}. </span>}
          <Sentence said={reason.message} />
        </p>
      )}
      <table className="w-full border-collapse text-right font-mono tabular-nums [&_td]:py-px [&_td]:pl-4">
        <tbody>
          {FIGURES.filter((figure) => ledger[figure] > 0).map((figure) => (
            <tr key={figure}>
              <th scope="row" className="text-left font-sans font-normal">
                <span aria-hidden className={`mr-1.5 inline-block size-2.5 rounded-xs ${fills[figure]}`} />
                {figure}
              </th>
              <td>{formatCount(ledger[figure])}</td>
              <td>{write(amountOf(figure))}</td>
            </tr>
          ))}
          <tr className="border-t border-line font-semibold">
            <th scope="row" className="text-left font-sans">
              cost
            </th>
            <td />
            <td>{write(cost)}</td>
          </tr>
          <tr className="text-mute">
            <th scope="row" className="text-left font-sans font-normal">
              without cache
            </th>
            <td />
            <td>{write(plain)}</td>
          </tr>
        </tbody>
      </table>
      {moneyPer > 1 && <p className="text-mute">Money of {formatCount(moneyPer)} conversations</p>}
    </div>
  );
}

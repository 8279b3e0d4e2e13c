"use client";
/** One request in the table of figures. */
import { memo } from "react";
import type { Currency } from "../../lib/offers/offer";
import { nameReason } from "../../lib/reasons/kinds";
import type { SessionRequest } from "../../lib/sessions/session-view";
import { formatClock, formatCount, formatMoney } from "../../lib/values/figures";
import { MISS_SIGN } from "../timeline/miss-sign";
import { useWords } from "../words/use-words";
import { figuresOf, judgeTone, roundGap, sayWhy } from "./say-request";

interface SessionRowProps {
  readonly request: SessionRequest;
  readonly lane: string;
  readonly currency: Currency | null;
  readonly isSelected: boolean;
  readonly onSelect: (number: number) => void;
}

const TONES = { good: "text-read-ink", bad: "text-bad", plain: "text-mute" } as const;

export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { request, lane, currency, isSelected, onSelect } = props;
  const { number, at, gap, markers, effective, firstToken, duration, cost, costFrom, reason, lost } = request;
  const { t, say, duration: write } = useWords();
  const figures = figuresOf(request);
  const count = (kind: "read" | "written" | "uncached"): string =>
    figures ? formatCount(figures[kind]) : "–";
  return (
    <tr
      data-exchange={number}
      data-reason={reason.code}
      data-lane={lane}
      onClick={() => onSelect(number)}
      className={`h-7.5 cursor-pointer border-b border-line-soft ${isSelected ? "bg-selected" : "hover:bg-hover"}`}
    >
      <th scope="row">
        <button
          type="button"
          aria-label={t("recordFigures.request", { number: String(number) })}
          aria-pressed={isSelected}
          className="min-w-6 hover:underline"
        >
          {number}
        </button>
      </th>
      <td className="text-left font-sans whitespace-nowrap">{lane}</td>
      <td>{formatClock(at)}</td>
      <td className="whitespace-nowrap">{gap === null ? "–" : write(roundGap(gap))}</td>
      <td title={t("recordFigures.markersHint")} className="whitespace-nowrap">
        {markers ? `${markers.length} → ${effective}` : "–"}
      </td>
      <td className="text-read-ink">{count("read")}</td>
      <td className="text-written-ink">{count("written")}</td>
      <td className="text-uncached-ink">{count("uncached")}</td>
      <td className="whitespace-nowrap">
        {firstToken === null ? (duration === null ? "…" : "–") : `${firstToken.toFixed(2)} s`}
      </td>
      <td title={costFrom === "predicted" ? t("recordFigures.predictedHint") : undefined}>
        {cost === null
          ? "–"
          : `${costFrom === "predicted" ? "≈ " : ""}${formatMoney(cost, currency ?? "USD")}`}
      </td>
      <td
        title={say(sayWhy(request))}
        className={`relative text-left font-sans whitespace-nowrap ${TONES[judgeTone(request)]}`}
      >
        {lost > 0 && (
          <>
            <span aria-hidden className="font-semibold">
              {MISS_SIGN}
            </span>
            <span className="sr-only">{t("recordFigures.lost", { count: lost })} </span>{" "}
          </>
        )}
        {say(nameReason(reason.code))}
      </td>
    </tr>
  );
});

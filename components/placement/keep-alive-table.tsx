"use client";
/** The scenario with every number of pings: what it costs, and what that is against none. */
import type { Currency } from "../../lib/offers/offer";
import type { KeepAliveRow } from "../../lib/timeline/keep-alive";
import { formatColumn, formatCount } from "../../lib/values/figures";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { ChangeText } from "./change-text";
import { findCheapest } from "./judge-pings";

interface KeepAliveTableProps {
  readonly rows: readonly KeepAliveRow[];
  readonly currency: Currency;
}

function CostBar({ cost, highest, cheapest }: { cost: number; highest: number; cheapest: boolean }) {
  return (
    <span
      aria-hidden
      className={`block h-2.5 rounded-xs ${cheapest ? "bg-accent" : "bg-faint"}`}
      style={{ width: `${highest === 0 ? 0 : (cost / highest) * 100}%` }}
    />
  );
}

export function KeepAliveTable({ rows, currency }: KeepAliveTableProps) {
  const { t } = useWords();
  const base = rows[0]?.cost ?? null;
  const cheapest = findCheapest(rows);
  const write = formatColumn(
    rows.map(({ cost }) => cost),
    currency,
  );
  const highest = Math.max(0, ...rows.map(({ cost }) => cost ?? 0));
  return (
    <table className="w-full border-collapse text-right [&_td]:px-2 [&_td]:py-0.5 [&_th]:px-2 [&_th]:py-0.5">
      <caption className="sr-only">{t("placement.pingsCaption", { most: rows.length - 1 })}</caption>
      <thead className="text-xs text-mute [&_th]:font-medium">
        <tr className="border-b border-line">
          <th scope="col">{t("placement.pingsAPause")}</th>
          <th scope="col">{t("placement.pingsSent")}</th>
          <th scope="col" className="text-read-ink">
            {t("placement.read")}
          </th>
          <th scope="col" className="text-written-ink">
            {t("placement.written")}
          </th>
          <th scope="col">{t("placement.cost")}</th>
          <td className="max-sm:hidden" />
          <th scope="col" className="text-left">
            {t("placement.againstNoPings")}
          </th>
        </tr>
      </thead>
      <tbody className="font-mono text-xs">
        {rows.map((row) => {
          const { pings, sent, read, written, cost } = row;
          const best = row === cheapest;
          return (
            <tr
              key={pings}
              className={`border-b border-line-soft ${best ? "bg-selected" : "hover:bg-hover"}`}
            >
              <th scope="row" className="font-normal">
                {best && <Tag>{t("placement.cheapest")}</Tag>} {pings}
              </th>
              <td>{formatCount(sent)}</td>
              <td>{formatCount(read)}</td>
              <td>{formatCount(written)}</td>
              <td className={best ? "font-semibold" : ""}>
                {cost === null ? t("values.unknown") : write(cost)}
              </td>
              <td className="w-1/4 max-sm:hidden">
                {cost !== null && <CostBar cost={cost} highest={highest} cheapest={best} />}
              </td>
              <td className="text-left font-sans">
                {pings > 0 && (
                  <ChangeText
                    change={cost === null || base === null ? null : cost - base}
                    base={base}
                    currency={currency}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

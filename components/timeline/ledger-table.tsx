"use client";
/** The timeline as a table: every figure, and the gaps to edit. Only the rows on the screen are there. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { TableSpace } from "../ui/table-space";
import { LedgerTableRow } from "./ledger-row";

/** Pixels. */
const ROW = 30;

const COLUMNS = [
  { name: "Request", look: "" },
  { name: "Time", look: "" },
  { name: "Gap, s", look: "" },
  { name: "Prompt", look: "" },
  { name: "Read", look: "text-read-ink" },
  { name: "Written", look: "text-written-ink" },
  { name: "Uncached", look: "text-uncached-ink" },
  { name: "Completion", look: "text-completion-ink" },
  { name: "Cost", look: "" },
  { name: "Without cache", look: "" },
  { name: "Why", look: "text-left" },
] as const;

export function LedgerTable({ timeline, currency }: { timeline: TimelineView; currency: "USD" | "CNY" }) {
  const host = useRef<HTMLDivElement>(null);
  const { totals, turns, misses } = timeline;
  const missOf = new Map(misses.map((miss) => [miss.index, miss]));
  const rows = useVirtualizer({
    count: turns.length,
    getScrollElement: () => host.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={host} className="min-h-0 flex-1 overflow-auto">
      <table
        aria-rowcount={turns.length + 2}
        className="w-full border-collapse text-right [&_td]:px-3 [&_td]:py-1 [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-medium"
      >
        <caption className="sr-only">Requests of the scenario with their tokens and costs</caption>
        <thead className="sticky top-0 z-10 bg-panel text-xs text-mute">
          <tr className="border-b border-line">
            {COLUMNS.map(({ name, look }) => (
              <th key={name} scope="col" className={look}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono text-xs">
          <TableSpace columns={COLUMNS.length} height={above} />
          {shown.map(({ index }) => {
            const turn = turns[index];
            return (
              turn && (
                <LedgerTableRow
                  key={index}
                  turn={turn}
                  index={index}
                  currency={currency}
                  miss={missOf.get(index)}
                />
              )
            );
          })}
          <TableSpace columns={COLUMNS.length} height={below} />
        </tbody>
        <tfoot className="sticky bottom-0 bg-panel font-mono text-xs font-semibold">
          <tr className="border-t border-line">
            <th scope="row">Sum</th>
            <td />
            <td />
            <td>{formatCount(totals.read + totals.written + totals.uncached)}</td>
            <td>{formatCount(totals.read)}</td>
            <td>{formatCount(totals.written)}</td>
            <td>{formatCount(totals.uncached)}</td>
            <td>{formatCount(totals.completion)}</td>
            <td>{formatMoney(totals.cost, currency)}</td>
            <td>{formatMoney(totals.costWithoutCache, currency)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

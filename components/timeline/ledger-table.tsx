"use client";
/** The timeline as a table: every figure, and the gaps to edit. Only the rows on the screen are there. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { formatColumn, formatCount } from "../../lib/values/figures";
import { useActions, usePlayground } from "../playground-context";
import { TableSpace } from "../ui/table-space";
import { useWords } from "../words/use-words";
import { LedgerTableRow } from "./ledger-row";
import { StaleNote } from "./stale-note";

/** Pixels. */
const ROW = 32;

const COLUMNS = [
  { name: "timeline.columnRequest", look: "sticky left-0 bg-panel shadow-[inset_0_-1px_0_var(--line)]" },
  { name: "timeline.columnTime", look: "" },
  { name: "timeline.columnGap", look: "" },
  { name: "timeline.columnPrompt", look: "" },
  { name: "timeline.columnRead", look: "text-read-ink" },
  { name: "timeline.columnWritten", look: "text-written-ink" },
  { name: "timeline.columnUncached", look: "text-uncached-ink" },
  { name: "timeline.columnCompletion", look: "text-completion-ink" },
  { name: "timeline.columnCost", look: "" },
  { name: "timeline.columnWithout", look: "max-w-16 leading-tight whitespace-normal" },
  { name: "timeline.columnOutcome", look: "text-left" },
] as const;

/** Says all money of the page for a thousand conversations, or for one. */
function MoneyPerSwitch() {
  const moneyPer = usePlayground((state) => state.moneyPer);
  const { setMoneyPer } = useActions();
  const isMany = moneyPer > 1;
  const { t } = useWords();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isMany}
      onClick={() => setMoneyPer(isMany ? 1 : 1000)}
      className="flex items-center gap-2 rounded px-1 text-xs text-mute hover:text-ink"
    >
      <span
        aria-hidden
        className={`flex h-4 w-7 items-center rounded-full border border-line p-0.5 ${isMany ? "justify-end bg-accent" : "bg-hover"}`}
      >
        <span className={`size-2.5 rounded-full ${isMany ? "bg-panel" : "bg-mute"}`} />
      </span>
      {t("timeline.perThousand")}
    </button>
  );
}

export function LedgerTable({ timeline, currency }: { timeline: TimelineView; currency: Currency }) {
  const host = useRef<HTMLDivElement>(null);
  const moneyPer = usePlayground((state) => state.moneyPer);
  const selected = usePlayground((state) => state.turn);
  const { totals, turns, misses } = timeline;
  const { t } = useWords();
  const missOf = useMemo(() => new Map(misses.map((miss) => [miss.index, miss])), [misses]);
  const rows = useVirtualizer({
    count: turns.length,
    getScrollElement: () => host.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
    scrollPaddingEnd: ROW,
  });
  // What is selected elsewhere comes into sight.
  useEffect(() => rows.scrollToIndex(selected, { align: "auto" }), [rows, selected]);

  const writeMoney = useMemo(() => {
    const multiply = (amount: number | null): number | null => (amount === null ? null : amount * moneyPer);
    const costs = turns.flatMap(({ ledger }) => [ledger.cost, ledger.costWithoutCache]);
    const write = formatColumn([...costs, totals.cost, totals.costWithoutCache].map(multiply), currency);
    return (amount: number | null): string =>
      amount === null ? t("values.unknown") : write(multiply(amount));
  }, [turns, totals, currency, moneyPer, t]);

  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <StaleNote>
      <div className="flex shrink-0 justify-end border-b border-line-soft px-2.5 py-1">
        <MoneyPerSwitch />
      </div>
      <div ref={host} className="min-h-0 flex-1 overflow-auto">
        <table
          aria-rowcount={turns.length + 2}
          className="w-full border-collapse text-right whitespace-nowrap tabular-nums [&_td]:px-1.5 [&_td]:py-1 [&_th]:px-1.5 [&_th]:py-1 [&_th]:font-medium [&_thead_th]:align-bottom [&_th:first-child]:pl-3.5 [&_th:first-child]:text-left"
        >
          <caption className="sr-only">{t("timeline.caption")}</caption>
          <thead className="sticky top-0 z-10 bg-panel text-xs text-mute shadow-[inset_0_-1px_0_var(--line)]">
            <tr className="h-8">
              {COLUMNS.map(({ name, look }) => (
                <th key={name} scope="col" className={look}>
                  {t(name)}
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
                    writeMoney={writeMoney}
                    miss={missOf.get(index)}
                  />
                )
              );
            })}
            <TableSpace columns={COLUMNS.length} height={below} />
          </tbody>
          <tfoot className="sticky bottom-0 bg-panel font-mono text-xs font-semibold shadow-[inset_0_1px_0_var(--line)]">
            <tr className="h-8">
              <th scope="row" className="sticky left-0 bg-panel font-sans shadow-[inset_0_1px_0_var(--line)]">
                {t("timeline.sum")}
              </th>
              <td />
              <td />
              <td>{formatCount(totals.read + totals.written + totals.uncached)}</td>
              <td>{formatCount(totals.read)}</td>
              <td>{formatCount(totals.written)}</td>
              <td>{formatCount(totals.uncached)}</td>
              <td>{formatCount(totals.completion)}</td>
              <td data-sum="cost">{writeMoney(totals.cost)}</td>
              <td data-sum="without">{writeMoney(totals.costWithoutCache)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </StaleNote>
  );
}

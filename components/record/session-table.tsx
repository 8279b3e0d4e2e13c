"use client";
/** The requests of a session as a table; only the rows on the screen are there. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { SessionView } from "../../lib/sessions/session-view";
import { TableSpace } from "../ui/table-space";
import { useWords } from "../words/use-words";
import { SessionRow } from "./session-row";

interface SessionTableProps {
  readonly view: SessionView;
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
}

/** Pixels. */
const ROW = 30;

const COLUMNS = [
  { nameKey: "recordFigures.columnRequest", look: "" },
  { nameKey: "recordFigures.columnLane", look: "text-left" },
  { nameKey: "recordFigures.columnTime", look: "" },
  { nameKey: "recordFigures.columnGap", look: "" },
  { nameKey: "recordFigures.columnMarkers", look: "" },
  { nameKey: "recordFigures.columnRead", look: "text-read-ink" },
  { nameKey: "recordFigures.columnWritten", look: "text-written-ink" },
  { nameKey: "recordFigures.columnUncached", look: "text-uncached-ink" },
  { nameKey: "recordFigures.columnFirstToken", look: "" },
  { nameKey: "recordFigures.columnCost", look: "" },
  { nameKey: "recordFigures.columnReason", look: "text-left" },
] as const;

export function SessionTable({ view, selected, onSelect }: SessionTableProps) {
  const { t, say } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const { requests, lanes, currency } = view;
  const rows = useVirtualizer({
    count: requests.length,
    getScrollElement: () => host.current,
    estimateSize: () => ROW,
    overscan: 16,
    scrollPaddingStart: ROW,
    initialRect: { width: 800, height: 640 },
  });
  const place = requests.findIndex(({ number }) => number === selected);
  useEffect(() => {
    if (place >= 0) rows.scrollToIndex(place, { align: "auto" });
  }, [place, rows]);
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={host} className="max-h-[640px] overflow-auto rounded-lg border border-line bg-panel">
      <table
        aria-rowcount={requests.length + 1}
        className="w-full border-collapse text-right [&_td]:px-2 [&_td]:py-1 [&_th]:px-2 [&_th]:py-1.5 [&_th]:font-medium"
      >
        <caption className="sr-only">{t("recordFigures.tableCaption")}</caption>
        <thead className="sticky top-0 z-10 bg-panel text-xs whitespace-nowrap text-mute">
          <tr className="border-b border-line">
            {COLUMNS.map(({ nameKey, look }) => (
              <th key={nameKey} scope="col" className={look}>
                {t(nameKey)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono text-xs">
          <TableSpace columns={COLUMNS.length} height={above} />
          {shown.map(({ index }) => {
            const request = requests[index];
            return (
              request && (
                <SessionRow
                  key={request.number}
                  request={request}
                  lane={say(lanes[request.lane]?.name ?? "")}
                  currency={currency}
                  isSelected={request.number === selected}
                  onSelect={onSelect}
                />
              )
            );
          })}
          <TableSpace columns={COLUMNS.length} height={below} />
        </tbody>
      </table>
    </div>
  );
}

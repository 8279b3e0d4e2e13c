"use client";
/** What the chosen measures save together, and whose part is what: a bar whose pieces sum to the whole. */
import { useMemo, useState } from "react";
import type { Attribution } from "../../lib/savings/attribute-savings";
import { SPLIT_UNITS, type SplitOrder } from "../../lib/savings/split-saving";
import { formatColumn } from "../../lib/values/figures";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { Button } from "../ui/button";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";
import { AttributionBar } from "./attribution-bar";
import { CONVERSATIONS, saySignedShare } from "./say-saving";
import type { SavingActs } from "./use-saving-acts";

const ORDERS = [
  { value: "shapley", labelKey: "savings.anyOrder", meaning: "savings.anyOrderMeans" },
  { value: "in-order", labelKey: "savings.cachingFirst", meaning: "savings.cachingFirstMeans" },
  { value: "reversed", labelKey: "savings.payloadFirst", meaning: "savings.payloadFirstMeans" },
] as const;

const askFor =
  (ids: readonly string[]): AskFor<Attribution> =>
  (ask, document, options) =>
    ask({ kind: "attribute-savings", ...document, ids }, options);

interface AttributionPanelProps extends SavingActs {
  readonly ids: readonly string[];
  /** Takes one out of the choice. */
  readonly onLeave: (id: string) => void;
}

export function AttributionPanel({ ids, onLeave, onPreview, onTake }: AttributionPanelProps) {
  const { t, say, gap } = useWords();
  const [order, setOrder] = useState<SplitOrder>("shapley");
  const report = useReport(useMemo(() => askFor(ids), [ids]));
  const { value, work } = report;
  const meaning = ORDERS.find((each) => each.value === order)?.meaning;
  const isReady = work.kind === "ready";
  const isCurrent = isReady && value?.measures.length === ids.length;
  const name = t("savings.measures", { count: ids.length });
  const inMoney = (units: number): number => (units / SPLIT_UNITS) * CONVERSATIONS;
  const parts = value?.parts[order] ?? [];
  const write = formatColumn(
    value ? [value.before, value.after, ...parts].map(inMoney) : [],
    value?.currency ?? "USD",
  );
  const show = (): void => {
    if (value && isCurrent) onPreview(name, value.change);
  };
  return (
    <section
      aria-label={t("savings.chosenTogether")}
      className="flex flex-col gap-1.5 rounded-md border border-line bg-raised px-3 py-2"
    >
      {value && (
        <div className={`flex flex-wrap items-center gap-x-3 gap-y-1.5 ${isCurrent ? "" : "opacity-60"}`}>
          <p className="text-sm">
            <span className="font-semibold">{t("savings.together", { count: value.measures.length })}</span>
            {gap}
            <span className="font-mono font-semibold" data-together>
              {say(saySignedShare(value.before === 0 ? 0 : value.after / value.before - 1))}
            </span>{" "}
            <span className="font-mono text-mute">
              {write(inMoney(value.before))} → {write(inMoney(value.after))}
            </span>
          </p>
          <div className="ml-auto flex flex-wrap items-center gap-2 text-xs">
            <SegmentedControl
              label={t("savings.orderOfParts")}
              value={order}
              options={ORDERS.map(({ value: each, labelKey }) => ({ value: each, label: t(labelKey) }))}
              onChange={setOrder}
            />
            <Button
              look="main"
              className="text-xs"
              aria-disabled={!isCurrent}
              onPointerEnter={show}
              onFocus={show}
              onPointerLeave={() => onPreview(name, null)}
              onBlur={() => onPreview(name, null)}
              onClick={() => {
                if (isCurrent) onTake(value.change, t("savings.doneTogether", { count: ids.length }));
              }}
            >
              {t("savings.doAllChosen")}
            </Button>
          </div>
        </div>
      )}
      {!isReady && (
        <ReportStatus report={report} unit={t("savings.combinationsPlayed")}>
          {null}
        </ReportStatus>
      )}
      {isReady && !value && <p className="text-mute">{t("savings.noSharePrice")}</p>}
      {value && (
        <>
          <AttributionBar
            attribution={value}
            parts={parts}
            write={(units) => write(inMoney(units))}
            onLeave={onLeave}
          />
          <p className="text-xs text-mute">{meaning && t(meaning)}</p>
        </>
      )}
    </section>
  );
}

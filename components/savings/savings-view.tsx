"use client";
/** What to change in the conversation, ranked by money, with what several measures save together. */
import { useMemo, useState } from "react";
import type { Saving, SavingsReport } from "../../lib/savings/report-savings";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { useWords } from "../words/use-words";
import { AnotherSystem } from "./another-system";
import { AttributionPanel } from "./attribution-panel";
import { RefusedMeasures } from "./refused-measures";
import { SavingList } from "./saving-list";
import { TogetherLine } from "./together-line";
import { ToolWays } from "./tool-ways";
import { UsageOnly } from "./usage-only";
import { type Ground, useSavingActs } from "./use-saving-acts";

interface Grounded extends Ground {
  readonly report: SavingsReport;
}

const askSavings: AskFor<Grounded> = async (ask, document, options) => {
  const answered = await ask({ kind: "savings", ...document }, options);
  if (!answered.ok) return answered;
  return { ok: true, value: answered.value && { report: answered.value, ...document } };
};

/** The choice with one more or one less; of measures that do the same thing only the newest stays. */
function choose(chosen: readonly string[], savings: readonly Saving[], saving: Saving): readonly string[] {
  if (chosen.includes(saving.id)) return chosen.filter((id) => id !== saving.id);
  const rivals = savings.filter(({ instead }) => instead !== undefined && instead === saving.instead);
  return [...chosen.filter((id) => !rivals.some((rival) => rival.id === id)), saving.id];
}

export function SavingsView() {
  const { t } = useWords();
  const report = useReport(askSavings);
  const { value, work } = report;
  const acts = useSavingActs(value);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const savings = value?.report.savings;
  // One that saves nothing alone has no row, and may be worth a lot beside others.
  const [together, setTogether] = useState<readonly string[]>([]);
  const chosen = useMemo(
    () => picked.filter((id) => together.includes(id) || savings?.some((saving) => saving.id === id)),
    [picked, savings, together],
  );
  return (
    <div
      className="@container relative flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3.5 py-2"
      aria-busy={work.kind === "working"}
    >
      <div>
        <ReportStatus report={report} unit={t("savings.measuresTried")}>
          {value
            ? t(value.report.isRepeated ? "savings.replayedRepeated" : "savings.replayed", {
                count: value.report.savings.length,
              })
            : t("savings.noRequestToSave")}
        </ReportStatus>
      </div>
      {value && (
        <>
          {chosen.length === 0 ? (
            <TogetherLine
              onChoose={(ids) => {
                setTogether(ids);
                setPicked(ids);
              }}
            />
          ) : (
            <AttributionPanel
              ids={chosen}
              onLeave={(left) => setPicked(chosen.filter((id) => id !== left))}
              onPreview={acts.onPreview}
              onTake={(change, said) => {
                acts.onTake(change, said);
                setPicked([]);
              }}
            />
          )}
          <SavingList
            report={value.report}
            chosen={chosen}
            isStale={work.kind === "working"}
            onChoose={(saving) => setPicked(choose(chosen, value.report.savings, saving))}
            {...acts}
          />
          <AnotherSystem />
          <ToolWays />
          <RefusedMeasures refused={value.report.refused} />
        </>
      )}
      <UsageOnly />
    </div>
  );
}

"use client";
/** What to change in the conversation, ranked by money, with what several measures save together. */
import { useEffect, useMemo, useState } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { applyEdits } from "../../lib/prompt/apply-edits";
import type { Saving, SavingsReport } from "../../lib/savings/report-savings";
import { type SavedChange, settingsAfter } from "../../lib/savings/saved-change";
import { formatMany } from "../../lib/values/figures";
import { useGhost } from "../map/use-ghost";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { usePlaygroundStore } from "../playground-context";
import { AttributionPanel } from "./attribution-panel";
import { RefusedMeasures } from "./refused-measures";
import { SavingList } from "./saving-list";
import { TogetherLine } from "./together-line";

/** The report with what it was made of: a change fits that text only. */
interface Grounded {
  readonly report: SavingsReport;
  readonly text: string;
  readonly settings: Settings;
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
  const { store, actions } = usePlaygroundStore();
  const report = useReport(askSavings);
  const ghost = useGhost();
  const { value, work } = report;
  const [picked, setPicked] = useState<readonly string[]>([]);
  const savings = value?.report.savings;
  // One that saves nothing alone has no row, and may be worth a lot beside others.
  const helpers = value?.report.together?.measures;
  const chosen = useMemo(
    () => picked.filter((id) => [...(savings ?? []), ...(helpers ?? [])].some((each) => each.id === id)),
    [picked, savings, helpers],
  );
  useEffect(() => ghost.hide, [ghost]);

  function preview(name: string, change: SavedChange | null): void {
    if (!change || !value) ghost.hide();
    else ghost.show(name, applyEdits(value.text, change.edits), settingsAfter(change, value.settings));
  }

  function take(change: SavedChange, said: string): void {
    ghost.hide();
    const { text, settings } = store.getState();
    if (text === value?.text && settings === value.settings) actions.takeChange(change, said);
    else actions.warn("The document has changed meanwhile; the figures are being renewed.");
  }

  return (
    <div
      className="@container relative flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3.5 py-2"
      aria-busy={work.kind === "working"}
    >
      <div>
        <ReportStatus report={report} unit="measures tried">
          {value
            ? `${formatMany(value.report.savings.length, "measure")} replayed on ${value.report.isRepeated ? "this request sent five times" : "this conversation"}; money per 1,000 conversations.`
            : "There is no request to save on."}
        </ReportStatus>
      </div>
      {value && (
        <>
          {chosen.length === 0 ? (
            <TogetherLine report={value.report} onChoose={setPicked} onPreview={preview} onTake={take} />
          ) : (
            <AttributionPanel
              ids={chosen}
              onLeave={(left) => setPicked(chosen.filter((id) => id !== left))}
              onPreview={preview}
              onTake={take}
            />
          )}
          <SavingList
            report={value.report}
            chosen={chosen}
            isStale={work.kind === "working"}
            onChoose={(saving) => setPicked(choose(chosen, value.report.savings, saving))}
            onPreview={preview}
            onTake={take}
          />
          <RefusedMeasures refused={value.report.refused} />
        </>
      )}
    </div>
  );
}

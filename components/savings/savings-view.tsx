"use client";
/** What to change in the conversation, ranked by money, with what several measures save together. */
import { useEffect, useMemo, useState } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { applyEdits } from "../../lib/prompt/apply-edits";
import type { Saving, SavingsReport } from "../../lib/savings/report-savings";
import { type SavedChange, settingsAfter } from "../../lib/savings/saved-change";
import { MOST_SPLIT } from "../../lib/savings/split-saving";
import { formatMany } from "../../lib/values/figures";
import { useGhost } from "../map/use-ghost";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { AttributionPanel } from "./attribution-panel";
import { RefusedMeasures } from "./refused-measures";
import { SavingList } from "./saving-list";

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
  const chosen = useMemo(
    () => picked.filter((id) => savings?.some((saving) => saving.id === id)),
    [picked, savings],
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

  // Those that save, and change nothing that the model reads.
  const harmless = savings?.filter(({ kind, saved }) => kind === "cache" && (saved ?? 0) > 0) ?? [];
  return (
    <div
      className="@container relative flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3.5 py-2"
      aria-busy={work.kind === "working"}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <ReportStatus report={report} unit="measures tried">
          {value
            ? `${formatMany(value.report.savings.length, "measure")} replayed on ${value.report.isRepeated ? "this request sent five times" : "this conversation"}; money per 1,000 conversations.`
            : "There is no request to save on."}
        </ReportStatus>
        {harmless.length > 1 && (
          <Button
            className="text-xs"
            onClick={() => setPicked(harmless.slice(0, MOST_SPLIT).map(({ id }) => id))}
          >
            Choose all that change no words
          </Button>
        )}
      </div>
      {value && (
        <>
          {chosen.length > 0 && <AttributionPanel ids={chosen} onPreview={preview} onTake={take} />}
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

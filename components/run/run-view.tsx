"use client";
/** The scenario played for real: where to, the run's progress, and each request predicted beside billed. */
import { useState } from "react";
import { isOver } from "../../lib/run/sending";
import { RunControls } from "./run-controls";
import { newDraft, type RunDraft } from "./run-draft";
import { RunEstimate } from "./run-estimate";
import { RunForm } from "./run-form";
import { RunSummary } from "./run-summary";
import { RunTable } from "./run-table";
import { useRun } from "./use-run";

export function RunView() {
  const { sender, run } = useRun();
  const [draft, setDraft] = useState<RunDraft>(() => newDraft(run));
  const isGoing = run !== null && !isOver(run);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col gap-2.5 overflow-auto px-3.5 py-2">
      <RunForm draft={draft} onChange={setDraft} isGoing={isGoing} />
      {!isGoing && <RunEstimate draft={draft} />}
      <RunControls draft={draft} sender={sender} run={run} />
      {run && run.records.length > 0 && (
        <>
          <RunTable run={run} />
          <RunSummary run={run} />
        </>
      )}
    </div>
  );
}

"use client";
/** An audit from its plan to its verdict. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { AuditControls } from "./audit-controls";
import { type AuditDraft, NEW_DRAFT } from "./audit-draft";
import { AuditEstimate } from "./audit-estimate";
import { AuditForm } from "./audit-form";
import { createAuditRunner } from "./audit-runner";
import { CallTable } from "./call-table";
import { HowItJudges } from "./how-it-judges";
import { StripPlot } from "./strip-plot";
import { VerdictPanel } from "./verdict-panel";

const noAudit = () => null;

export function AuditView() {
  const [runner] = useState(createAuditRunner);
  const [draft, setDraft] = useState<AuditDraft>(NEW_DRAFT);
  const audit = useSyncExternalStore(runner.subscribe, runner.getAudit, noAudit);
  // Nothing goes on being sent, and billed, for a page that nobody sees.
  useEffect(() => runner.cancel, [runner]);
  const isOver = audit === null || audit.status === "done" || audit.status === "cancelled";
  return (
    <div className="mt-5 flex flex-col gap-4">
      <AuditForm draft={draft} onChange={setDraft} isGoing={!isOver} />
      {isOver && <AuditEstimate draft={draft} />}
      <AuditControls draft={draft} runner={runner} audit={audit} />
      {audit && isOver && <VerdictPanel audit={audit} />}
      {audit && audit.calls.length > 0 && (
        <>
          <StripPlot audit={audit} />
          <CallTable audit={audit} />
        </>
      )}
      <HowItJudges />
    </div>
  );
}

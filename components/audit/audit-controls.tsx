"use client";
/** Starts, resumes and cancels an audit, and says how far it is or why it stands still. */
import { listCalls } from "../../lib/audit/audit-plan";
import { type AuditState, countedOf } from "../../lib/audit/audit-state";
import { ceilingOf } from "../run/run-draft";
import { Button } from "../ui/button";
import { type AuditDraft, findAuditFault, planAudit } from "./audit-draft";
import type { AuditRunner } from "./audit-runner";

function writeStatus(audit: AuditState): string {
  const progress = `${countedOf(audit).length} of ${listCalls(audit.plan).length} calls answered`;
  switch (audit.status) {
    case "running":
      return `${progress}.`;
    case "stopped":
      return `Stopped: ${progress}.`;
    case "done":
      return `Done: ${progress}.`;
    case "cancelled":
      return `Cancelled: ${progress}.`;
  }
}

interface AuditControlsProps {
  readonly draft: AuditDraft;
  readonly runner: AuditRunner;
  readonly audit: AuditState | null;
}

export function AuditControls({ draft, runner, audit }: AuditControlsProps) {
  const isUsable = findAuditFault(draft) === null;
  const ceiling = ceilingOf(draft) ?? null;
  const key = draft.key.trim();
  const status = audit?.status ?? "done";
  const isOver = status === "done" || status === "cancelled";
  const total = audit ? listCalls(audit.plan).length : 0;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        {isOver && (
          <Button
            look="main"
            disabled={!isUsable}
            onClick={() =>
              runner.start(planAudit(draft, crypto.randomUUID(), Date.now() / 1000), ceiling, key)
            }
          >
            {audit ? "Audit again" : "Audit"}
          </Button>
        )}
        {status === "stopped" && (
          <Button look="main" disabled={!isUsable} onClick={() => runner.resume(ceiling, key)}>
            Resume
          </Button>
        )}
        {!isOver && <Button onClick={runner.cancel}>Cancel</Button>}
        {audit && (
          <>
            {status === "running" && (
              <progress
                aria-label="Calls answered"
                value={countedOf(audit).length}
                max={total}
                className="h-1.5 w-40 accent-accent"
              />
            )}
            <p role="status" className="text-xs text-mute">
              {writeStatus(audit)}
            </p>
          </>
        )}
      </div>
      {audit?.problem && (
        <p role="alert" className="rounded-md bg-bad-wash px-3 py-2 text-bad">
          <span className="font-semibold">{audit.problem.sentence}</span> {audit.problem.wayOut}
        </p>
      )}
    </div>
  );
}

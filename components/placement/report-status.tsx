"use client";
/** How far a report is: a thin bar with a way to stop, or what to know of the result. */
import type { ReactNode } from "react";
import { formatCount } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { ProgressBar } from "../ui/progress-bar";
import { Tag } from "../ui/tag";
import { Sentence } from "../words/sentence";
import type { Report } from "./use-report";

interface ReportStatusProps {
  readonly report: Report<unknown>;
  /** What is counted, e.g. "placements tried". */
  readonly unit: string;
  /** Shown when the report is there. */
  readonly children: ReactNode;
}

function Progress({ done, total, unit }: { done: number; total: number; unit: string }) {
  const known = total > 0;
  return (
    <>
      <ProgressBar
        label={`Progress: ${unit}`}
        done={known ? done : null}
        of={total}
        className="w-24 shrink-0"
      />
      <span>{known ? `${formatCount(done)} of ${formatCount(total)} ${unit}` : "Working…"}</span>
    </>
  );
}

export function ReportStatus({ report, unit, children }: ReportStatusProps) {
  const { work, value, cancel, renew } = report;
  const renewed = value !== null;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-mute">
      {work.kind === "working" && (
        <>
          <Progress done={work.done} total={work.total} unit={unit} />
          <Button className="text-xs" onClick={cancel}>
            Cancel
          </Button>
          {renewed && <Tag hint="The figures below are of the request before the change">being renewed</Tag>}
        </>
      )}
      {work.kind === "ready" && <p>{children}</p>}
      {work.kind === "cancelled" && (
        <>
          <p>Cancelled.{renewed && " The figures below are of an earlier state."}</p>
          <Button className="text-xs" onClick={renew}>
            Start again
          </Button>
        </>
      )}
      {work.kind === "failed" && (
        <>
          <p className="text-bad">
            <Sentence said={work.reason} />
          </p>
          <Button className="text-xs" onClick={renew}>
            Try again
          </Button>
        </>
      )}
    </div>
  );
}

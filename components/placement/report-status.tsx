"use client";
/** How far a report is: a thin bar with a way to stop, or what to know of the result. */
import type { ReactNode } from "react";
import { formatCount } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { ProgressBar } from "../ui/progress-bar";
import { Tag } from "../ui/tag";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import type { Report } from "./use-report";

interface ReportStatusProps {
  readonly report: Report<unknown>;
  /** What is counted, e.g. "placements tried". */
  readonly unit: string;
  /** Shown when the report is there. */
  readonly children: ReactNode;
}

function Progress({ done, total, unit }: { done: number; total: number; unit: string }) {
  const { t } = useWords();
  const known = total > 0;
  return (
    <>
      <ProgressBar
        label={t("placement.progress", { unit })}
        done={known ? done : null}
        of={total}
        className="w-24 shrink-0"
      />
      <span>
        {known
          ? t("placement.progressOf", { done: formatCount(done), total: formatCount(total), unit })
          : t("placement.working")}
      </span>
    </>
  );
}

export function ReportStatus({ report, unit, children }: ReportStatusProps) {
  const { t } = useWords();
  const { work, value, cancel, renew } = report;
  const renewed = value !== null;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-mute">
      {work.kind === "working" && (
        <>
          <Progress done={work.done} total={work.total} unit={unit} />
          <Button className="text-xs" onClick={cancel}>
            {t("placement.cancel")}
          </Button>
          {renewed && <Tag hint={t("placement.renewingHint")}>{t("placement.renewing")}</Tag>}
        </>
      )}
      {work.kind === "ready" && <p>{children}</p>}
      {work.kind === "cancelled" && (
        <>
          <p>{renewed ? t("placement.cancelledEarlier") : t("placement.cancelled")}</p>
          <Button className="text-xs" onClick={renew}>
            {t("placement.startAgain")}
          </Button>
        </>
      )}
      {work.kind === "failed" && (
        <>
          <p className="text-bad">
            <Sentence said={work.reason} />
          </p>
          <Button className="text-xs" onClick={renew}>
            {t("placement.tryAgain")}
          </Button>
        </>
      )}
    </div>
  );
}

"use client";
/** Whether keep-alive pings would pay on this scenario. */
import type { KeepAliveReport } from "../../lib/pipeline/keep-alive-report";
import { useCurrency } from "../timeline/use-currency";
import { useWords } from "../words/use-words";
import { judgePings } from "./judge-pings";
import { KeepAliveHorizon } from "./keep-alive-horizon";
import { KeepAliveTable } from "./keep-alive-table";
import { ReportStatus } from "./report-status";
import { type AskFor, useReport } from "./use-report";

const askKeepAlive: AskFor<KeepAliveReport> = (ask, document, options) =>
  ask({ kind: "keep-alive", ...document }, options);

/** Open at first; its summary also lets the keyboard reach the view to scroll it. */
function Assumptions({ interval }: Pick<KeepAliveReport, "interval">) {
  const { t } = useWords();
  return (
    <details open className="text-xs text-mute">
      <summary className="w-fit cursor-pointer hover:underline">{t("placement.assumed")}</summary>
      <ul className="list-disc pl-5">
        <li>{t("placement.assumedRepeat", { interval })}</li>
        <li>{t("placement.assumedAnswer")}</li>
        <li>{t("placement.assumedEnd")}</li>
      </ul>
    </details>
  );
}

export function KeepAliveView() {
  const { t, say } = useWords();
  const currency = useCurrency();
  const report = useReport(askKeepAlive);
  const { value, work } = report;
  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3.5 py-2"
      aria-busy={work.kind === "working"}
    >
      {value && <p className="text-sm font-semibold">{say(judgePings(value))}</p>}
      <ReportStatus report={report} unit={t("placement.replaysDone")}>
        {value ? t("placement.pingsPurpose") : t("placement.noRequestToPing")}
      </ReportStatus>
      {value && (
        <>
          <KeepAliveHorizon report={value} />
          <Assumptions interval={value.interval} />
          <KeepAliveTable rows={value.rows} currency={currency} />
        </>
      )}
    </div>
  );
}

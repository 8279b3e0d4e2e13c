"use client";
/** The headline: what the measures of the cache save together, to be chosen or done in one act. */
import type { Together } from "../../lib/savings/find-together";
import { formatMoney } from "../../lib/values/figures";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { CONVERSATIONS, saySignedShare } from "./say-saving";
import { type Ground, useSavingActs } from "./use-saving-acts";

interface Grounded extends Ground {
  readonly together: Together;
}

const askTogether: AskFor<Grounded> = async (ask, document, options) => {
  const answered = await ask({ kind: "best-together", ...document }, options);
  if (!answered.ok) return answered;
  return { ok: true, value: answered.value && { together: answered.value, ...document } };
};

interface TogetherLineProps {
  readonly onChoose: (ids: readonly string[]) => void;
}

export function TogetherLine({ onChoose }: TogetherLineProps) {
  const { t, say } = useWords();
  const report = useReport(askTogether);
  const { value, work } = report;
  const { onPreview, onTake } = useSavingActs(value);
  if (!value?.together.before.cost || value.together.totals.cost === null)
    return work.kind === "ready" ? null : (
      <ReportStatus report={report} unit={t("savings.setsPlayed")}>
        {null}
      </ReportStatus>
    );
  const { measures, before, totals, change } = value.together;
  const currency = before.currency ?? "USD";
  const name = t("savings.measures", { count: measures.length });
  const perThousand = (cost: number | null): string =>
    cost === null ? t("values.unknown") : formatMoney(cost * CONVERSATIONS, currency);
  const show = (): void => onPreview(name, change);
  const hide = (): void => onPreview(name, null);
  return (
    <section
      aria-label={t("savings.bestForCache")}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-raised px-3 py-2 ${work.kind === "ready" ? "" : "opacity-60"}`}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      <p className="font-mono text-xl font-semibold text-accent" data-headline>
        {say(saySignedShare((totals.cost ?? 0) / (before.cost || 1) - 1))}
      </p>
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <span className="font-medium">{t("savings.cacheTogether", { count: measures.length })}</span>{" "}
          <span className="font-mono text-xs text-mute">
            {perThousand(before.cost)} → {perThousand(totals.cost)}
          </span>
        </p>
        <ol className="flex flex-wrap gap-x-3 text-xs text-mute">
          {measures.map(({ id, title }, index) => (
            <li key={id}>{t("savings.numbered", { number: index + 1, title })}</li>
          ))}
        </ol>
      </div>
      <div className="flex gap-2">
        <Button className="text-xs" onClick={() => onChoose(measures.map(({ id }) => id))}>
          {t("savings.chooseThese")}
        </Button>
        <Button
          look="main"
          className="text-xs"
          onClick={() => onTake(change, t("savings.doneTogether", { count: measures.length }))}
        >
          {t("savings.doAll", { count: measures.length })}
        </Button>
      </div>
    </section>
  );
}

"use client";
/** The cheapest other cache system for the conversation: a row without a deed, since the document stays Model Studio's. */
import { SERVICES_AS_OF } from "../../lib/offers/listed-prices";
import type { ComparisonReport } from "../../lib/pipeline/compare-report";
import { settingsToWeigh } from "../../lib/pipeline/what-if";
import { findCheapestSystem } from "../../lib/savings/cheapest-system";
import { formatMoney, formatPercent } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Tag } from "../ui/tag";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { CONVERSATIONS, saySignedShare } from "./say-saving";

const askComparison: AskFor<ComparisonReport> = (ask, { text, settings }, options) =>
  ask({ kind: "compare-systems", text, settings: settingsToWeigh(settings) }, options);

export function AnotherSystem() {
  const { t, say, gap } = useWords();
  const { actions } = usePlaygroundStore();
  const report = useReport(askComparison);
  const { value, work } = report;
  const found = value && findCheapestSystem(value);
  const write = (cost: number): string =>
    found?.ok ? formatMoney(cost * CONVERSATIONS, found.currency) : "";
  const spread = found?.ok ? found.row.spread : null;
  return (
    <section
      aria-label={t("savings.anotherSystem")}
      className={work.kind === "working" && value ? "opacity-60" : ""}
    >
      <h3 className="border-b border-line pb-1 text-xs font-medium text-mute">
        {t("savings.anotherSystem")}
      </h3>
      {work.kind !== "ready" && (
        <ReportStatus report={report} unit={t("savings.systemsPlayed")}>
          {null}
        </ReportStatus>
      )}
      <div className="flex flex-wrap gap-x-2.5 gap-y-1 px-1 py-1.5 pl-7.5">
        {found && !found.ok && (
          <p className="min-w-0 flex-1 text-mute">
            <Sentence said={found.reason} />
          </p>
        )}
        {found?.ok && (
          <>
            <div className="min-w-0 flex-1 basis-72">
              <p className="flex flex-wrap items-baseline gap-x-1.5">
                <span className="font-medium">{t("savings.useSystem")}</span>
                <Tag hint={t("savings.useSystemHint")}>{t("savings.anotherService")}</Tag>
                <span className="text-xs text-mute">{t("savings.listPrices", { asOf: SERVICES_AS_OF })}</span>
              </p>
              <p>
                {t("savings.cheapestSystem", {
                  name:
                    found.row.model === null
                      ? found.row.name
                      : tell("savings.systemOnModel", { system: found.row.name, model: found.row.model }),
                  count: found.among,
                  currency: found.currency,
                })}
                {spread && (
                  <span className="text-mute">
                    {gap}
                    {t("savings.systemSpread", {
                      less: formatPercent(spread.less),
                      more: formatPercent(spread.more),
                    })}
                  </span>
                )}
              </p>
              <p className="text-xs text-mute">{t("savings.systemRisk")}</p>
            </div>
            <div className="shrink-0 text-right font-mono whitespace-nowrap max-sm:text-left" data-saving>
              <span className="font-semibold text-accent">
                {say(saySignedShare(found.cost / found.before - 1))}
              </span>
              <span className="block text-xs text-mute">
                {write(found.before)} → <span className="text-ink">{write(found.cost)}</span>
              </span>
            </div>
          </>
        )}
        {found && (
          <Button
            className="min-h-6 self-start py-0.5 text-xs max-sm:ml-auto"
            onClick={() => actions.openSheet("compare")}
          >
            {t("savings.openCompare")}
          </Button>
        )}
      </div>
    </section>
  );
}

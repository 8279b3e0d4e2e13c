"use client";
/** The cheapest other cache system for the conversation: a row without a deed, since the document stays Model Studio's. */
import { SERVICES_AS_OF } from "../../lib/offers/listed-prices";
import type { ComparisonReport } from "../../lib/pipeline/compare-report";
import { settingsToWeigh } from "../../lib/pipeline/what-if";
import { findCheapestSystem } from "../../lib/savings/cheapest-system";
import { formatMany, formatMoney, formatPercent } from "../../lib/values/figures";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Tag } from "../ui/tag";
import { Sentence } from "../words/sentence";
import { CONVERSATIONS, saySignedShare } from "./say-saving";

const askComparison: AskFor<ComparisonReport> = (ask, { text, settings }, options) =>
  ask({ kind: "compare-systems", text, settings: settingsToWeigh(settings) }, options);

export function AnotherSystem() {
  const { actions } = usePlaygroundStore();
  const report = useReport(askComparison);
  const { value, work } = report;
  const found = value && findCheapestSystem(value);
  const write = (cost: number): string =>
    found?.ok ? formatMoney(cost * CONVERSATIONS, found.currency) : "";
  const spread = found?.ok ? found.row.spread : null;
  return (
    <section aria-label="Another system" className={work.kind === "working" && value ? "opacity-60" : ""}>
      <h3 className="border-b border-line pb-1 text-xs font-medium text-mute">Another system</h3>
      {work.kind !== "ready" && (
        <ReportStatus report={report} unit="systems played">
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
                <span className="font-medium">Use another cache system</span>
                <Tag hint="Another model and another service answer">another service</Tag>
                <span className="text-xs text-mute">list prices, {SERVICES_AS_OF}</span>
              </p>
              <p>
                <Sentence said={found.row.name} />
                {found.row.model !== null && `, ${found.row.model}`}: the cheapest of{" "}
                {formatMany(found.among, "other system")} priced in {found.currency}, each with the model that
                Compare has it on.
                {spread && (
                  <span className="text-mute">
                    {" "}
                    Its tokens are estimated: they may be {formatPercent(spread.less)} fewer to{" "}
                    {formatPercent(spread.more)} more.
                  </span>
                )}
              </p>
              <p className="text-xs text-mute">
                Risk: another model answers, by other rules. Nothing in this document makes that change, so
                there is no “Do it”: Compare has the row, and Code writes the calls.
              </p>
            </div>
            <div className="shrink-0 text-right font-mono whitespace-nowrap max-sm:text-left" data-saving>
              <span className="font-semibold text-accent">
                {saySignedShare(found.cost / found.before - 1)}
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
            Open Compare
          </Button>
        )}
      </div>
    </section>
  );
}

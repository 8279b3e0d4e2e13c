"use client";
/** The conversation on every cache system side by side: what each reads, writes and asks for, and what it refuses. */
import { useEffect, useMemo } from "react";
import type { ComparisonReport, RowJudgements } from "../../lib/pipeline/compare-report";
import { type RankedGroup, rankSystems } from "../../lib/pipeline/rank-systems";
import type { SystemKind } from "../../lib/systems/comparable";
import { formatMoney } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import { ReportStatus } from "../placement/report-status";
import { ShareKey } from "../placement/share-bar";
import { type AskFor, useReport } from "../placement/use-report";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { CompareBar } from "./compare-bar";
import { CompareTable } from "./compare-table";
import { useSystemOutcome } from "./use-system-outcome";

const askComparison: AskFor<ComparisonReport> = (ask, document, options) =>
  ask({ kind: "compare-systems", ...document }, options);

/** The cheapest of each currency, and how many refuse a request. */
function sayResult(
  groups: readonly RankedGroup[],
  judgements: RowJudgements,
  { t, say, sentences }: Words,
): string {
  const rows = groups.flatMap((group) => group.rows);
  const cheapest = groups.flatMap(({ currency, rows: own }) => {
    const best = own.find(({ isCheapest }) => isCheapest);
    if (!best || currency === null) return [];
    const { name, totals } = best.row;
    return [t("compare.cheapestOf", { name, cost: formatMoney(totals.cost, currency), currency })];
  });
  const refusing = rows.filter(
    ({ row }) =>
      row.refusals.length > 0 || judgements[row.id]?.some(({ outcome }) => outcome === "refused") === true,
  );
  const names = refusing.map(({ row }) => say(row.name)).join(t("compare.semicolon"));
  return sentences([
    t("compare.ways", { count: rows.length }),
    cheapest.length > 0
      ? t("compare.cheapestAre", { list: cheapest.join(t("compare.comma")) })
      : t("compare.noPriceKnown"),
    refusing.length === 0
      ? t("compare.noneRefuses")
      : t("compare.refusing", { count: refusing.length, names }),
  ]);
}

export function CompareView() {
  const words = useWords();
  const { t, say } = words;
  const report = useReport(askComparison);
  const stale = usePlayground((state) => state.stale);
  const shownKinds = usePlayground((state) => state.kinds);
  const order = usePlayground((state) => state.sort);
  const actions = useActions();
  const kinds = useMemo(() => new Set(shownKinds), [shownKinds]);
  const setKinds = (next: ReadonlySet<SystemKind>): void => actions.lookAtSystems({ kinds: [...next] });
  const outcome = useSystemOutcome();
  const { value, work } = report;
  const groups = useMemo(
    () => (value ? rankSystems(value.rows, { kinds, order, say }) : []),
    [value, kinds, order, say],
  );
  const present = useMemo(() => new Set(value?.rows.map(({ kind }) => kind)), [value]);
  useEffect(() => () => outcome.hide(), [outcome]);
  const isOld = stale || (work.kind === "working" && value !== null);

  return (
    <div
      className="@container relative flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3.5 py-2 [&>*]:shrink-0"
      aria-busy={work.kind === "working"}
    >
      <CompareBar
        kinds={kinds}
        present={present}
        onKinds={setKinds}
        groups={groups}
        judgements={value?.judgements}
      />
      <ReportStatus report={report} unit={t("compare.systemsPlayed")}>
        {value ? sayResult(groups, value.judgements, words) : t("compare.noRequest")}
      </ReportStatus>
      {value && groups.length > 0 && (
        <div className={isOld ? "opacity-60" : ""}>
          <CompareTable
            groups={groups}
            report={value}
            order={order}
            onOrder={(sort) => actions.lookAtSystems({ sort })}
            outcome={outcome}
          />
        </div>
      )}
      {value && groups.every(({ isOwn }) => isOwn) && (
        <p className="text-mute">
          {t("compare.noneOfKind")}
          {words.gap}
          <Button look="link" onClick={() => setKinds(new Set())}>
            {t("compare.showAll")}
          </Button>
        </p>
      )}
      {value && (
        <div className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-xs text-mute">
          <ShareKey />
          <p>{t("compare.sameRequests")}</p>
        </div>
      )}
    </div>
  );
}

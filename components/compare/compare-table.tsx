"use client";
/** The rows of the comparison, in one body for each currency, with headings that sort them. */
import type { ComparisonReport } from "../../lib/pipeline/compare-report";
import { SECOND_MODEL } from "../../lib/pipeline/own-rows";
import type { RankedGroup, SortOrder } from "../../lib/pipeline/rank-systems";
import { formatColumn } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import { ComparePicker } from "../placement/compare-picker";
import { useActions, usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { SystemLine } from "./system-line";
import type { SystemOutcome } from "./use-system-outcome";

interface CompareTableProps {
  readonly groups: readonly RankedGroup[];
  /** What the rows are of: another one makes what was found before void. */
  readonly report: ComparisonReport;
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
  readonly outcome: SystemOutcome;
}

interface HeadingProps {
  readonly by: SortOrder;
  readonly label: string;
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
  readonly className?: string;
}

/** What is sorted by: the least cost, the largest saving, the largest share read, or the name comes first. */
const DIRECTIONS: Readonly<Record<SortOrder, "ascending" | "descending">> = {
  cost: "ascending",
  saving: "descending",
  read: "descending",
  name: "ascending",
};

function Heading({ by, label, order, onOrder, className = "" }: HeadingProps) {
  const isSorted = order === by;
  return (
    <th scope="col" {...(isSorted ? { "aria-sort": DIRECTIONS[by] } : {})} className={className}>
      <button
        type="button"
        onClick={() => onOrder(by)}
        className={`-mx-1 min-h-6 rounded text-inherit px-1 hover:bg-hover ${isSorted ? "text-ink" : ""}`}
      >
        {label}
        {isSorted && (
          <span aria-hidden className="ml-1">
            {DIRECTIONS[by] === "ascending" ? "↑" : "↓"}
          </span>
        )}
      </button>
    </th>
  );
}

const sayGroup = ({ currency, isOwn }: RankedGroup, isOnly: boolean, { t }: Words): string => {
  if (isOwn) return currency === null ? t("compare.ownGroup") : t("compare.ownGroupBilled", { currency });
  if (currency === null) return t("compare.unpricedGroup");
  return t(isOnly ? "compare.billedGroup" : "compare.billedGroupOnly", { currency });
};

/** Sets another model of Model Studio beside the document's own. */
function SecondModel() {
  const own = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const compared = usePlayground((state) => state.settings.comparedModels);
  const actions = useActions();
  const choose = (model: string | null): void => {
    const { [SECOND_MODEL]: _, ...others } = compared ?? {};
    const next = model === null ? others : { ...others, [SECOND_MODEL]: model };
    actions.changePlay({ comparedModels: Object.keys(next).length > 0 ? next : undefined });
  };
  return <ComparePicker own={own} region={region} value={compared?.[SECOND_MODEL] ?? null} onPick={choose} />;
}

export function CompareTable({ groups, report, order, onOrder, outcome }: CompareTableProps) {
  const words = useWords();
  const { t } = words;
  const priced = new Set(groups.flatMap(({ currency }) => currency ?? [])).size;
  const sorting = { order, onOrder };
  return (
    <table className="w-full border-collapse [&_td]:px-2 [&_td]:py-1.5 [&_td]:align-top [&_th]:px-2 [&_th]:align-top">
      <caption className="sr-only">{t("compare.caption")}</caption>
      <thead className="text-left text-xs text-mute [&_th]:py-1 [&_th]:font-medium">
        <tr className="border-b border-line">
          <Heading by="name" label={t("compare.system")} {...sorting} />
          <Heading by="read" label={t("compare.read")} className="@max-lg:hidden" {...sorting} />
          <Heading
            by="cost"
            label={t("compare.asDrawn")}
            className="text-right whitespace-nowrap"
            {...sorting}
          />
          <Heading
            by="saving"
            label={t("compare.againstNoCache")}
            className="text-right @max-2xl:hidden"
            {...sorting}
          />
          <th scope="col" className="text-right @max-2xl:hidden">
            {t("compare.againstCheapest")}
          </th>
          <th scope="col" className="text-right @max-2xl:hidden">
            {t("compare.bestPlacement")}
          </th>
        </tr>
      </thead>
      {groups.map((group) => {
        const { currency, rows, isOwn } = group;
        // Amounts of one currency stand alike, in whichever group.
        const writeKnown =
          currency === null
            ? () => "–"
            : formatColumn(
                groups
                  .filter((each) => each.currency === currency)
                  .flatMap((each) => each.rows.map(({ row }) => row.totals.cost || null)),
                currency,
              );
        const write = (cost: number | null): string =>
          currency !== null && cost === null ? t("values.unknown") : writeKnown(cost);
        return (
          <tbody key={`${isOwn} ${currency}`}>
            <tr className="border-b border-line-soft bg-raised text-left text-xs text-mute">
              <th scope="rowgroup" colSpan={6} className="py-1 font-medium">
                <span className="flex flex-wrap items-center gap-x-3">
                  {sayGroup(group, priced < 2, words)}
                  {isOwn && group === groups[0] && <SecondModel />}
                </span>
              </th>
            </tr>
            {rows.map((ranked) => (
              <SystemLine
                key={ranked.row.id}
                ranked={ranked}
                write={write}
                report={report}
                outcome={outcome}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

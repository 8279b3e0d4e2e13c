"use client";
/** All placements on the same requests, the cheapest first, and the implicit cache for comparison. */
import { memo } from "react";
import type { Totals } from "../../lib/bill/totals";
import type { Currency } from "../../lib/offers/offer";
import { findCheapestRow, NOTHING, type TiedRow } from "../../lib/placement/fold-ties";
import type { Placement } from "../../lib/placement/placement";
import { formatColumn } from "../../lib/values/figures";
import { leastOf } from "../../lib/values/long-lists";
import type { Words } from "../../lib/words/create-words";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { Figures, PlacementRow, type TableFrame } from "./placement-row";

/** What the implicit cache would make of the same requests at best; null where the region has none. */
export interface IdealImplicit {
  readonly here: Totals;
  readonly there: Totals | null;
}

interface PlacementTableProps {
  readonly rows: readonly TiedRow[];
  readonly ideal: IdealImplicit;
  readonly currency: Currency;
  /** The document's own. */
  readonly model: string;
  /** The one it is compared with. */
  readonly other: string | null;
  readonly onPreview: (placement: Placement | null) => void;
}

const costThere = ({ compared }: TiedRow): number | null => compared?.cost ?? null;

/** Costs of a column with the least difference between two of them, which is to be seen. */
function withSteps(costs: readonly (number | null)[]): readonly (number | null)[] {
  const known = costs.filter((cost) => cost !== null).toSorted((a, b) => a - b);
  const steps = known.map((cost, index) => cost - (known[index - 1] ?? 0)).filter((step) => step > NOTHING);
  return steps.length > 0 ? [...costs, leastOf(steps)] : costs;
}

function frameOf(props: PlacementTableProps, unknown: string): TableFrame {
  const { rows, ideal, currency, other, onPreview } = props;
  const here = [ideal.here.cost, ...rows.map(({ totals }) => totals.cost)];
  const there = [ideal.there?.cost ?? null, ...rows.map(costThere)];
  const unit = rows[0]?.compared?.currency ?? currency;
  const writeColumn = (costs: readonly (number | null)[], its: Currency) => {
    const write = formatColumn(withSteps(costs), its);
    return (cost: number | null): string => (cost === null ? unknown : write(cost));
  };
  return {
    currency,
    yours: rows.find(({ isYours }) => isYours)?.totals.cost ?? null,
    write: writeColumn(here, rows[0]?.totals.currency ?? currency),
    other: other === null ? null : { model: other, write: writeColumn(there, unit) },
    onPreview,
  };
}

/** Stays while another of the row's placements is chosen and stands for it. */
const keyOf = ({ entrants }: TiedRow, say: Words["say"]): string =>
  entrants.map(({ name }) => say(name)).toSorted()[0] ?? "";

export const PlacementTable = memo(function PlacementTable(props: PlacementTableProps) {
  const { t, say } = useWords();
  const { rows, ideal, model, other } = props;
  const frame = frameOf(props, t("values.unknown"));
  const cheapest = findCheapestRow(rows);
  const cheapestThere = findCheapestRow(rows, costThere);
  return (
    <table className="w-full border-collapse [&_td]:px-2 [&_td]:py-1 [&_td]:align-top [&_th]:px-2 [&_th]:py-1 [&_th]:align-top">
      <caption className="sr-only">{t("placement.tableCaption")}</caption>
      <thead className="text-left text-xs text-mute [&_th]:font-medium">
        <tr className="border-b border-line">
          <th scope="col" className="pl-6!">
            {t("placement.tablePlacement")}
          </th>
          <th scope="col" className={`text-right text-read-ink ${other === null ? "" : "@max-lg:hidden"}`}>
            {t("placement.read")}
          </th>
          <th scope="col" className="text-right">
            {other === null ? t("placement.cost") : t("placement.costOn", { model })}
          </th>
          <th scope="col" className="text-right @max-lg:hidden">
            {t("placement.againstYours")}
          </th>
          {other !== null && (
            <th scope="col" className="text-right">
              {t("placement.costOn", { model: other })}
            </th>
          )}
          <th scope="col">
            <span className="sr-only">{t("placement.choose")}</span>
          </th>
        </tr>
      </thead>
      {rows.map((row) => (
        <PlacementRow
          key={keyOf(row, say)}
          row={row}
          frame={frame}
          isCheapest={row === cheapest}
          isCheapestThere={other !== null && row === cheapestThere}
        />
      ))}
      <tfoot>
        <tr className="text-mute hover:bg-hover">
          <th scope="row" className="text-left font-normal">
            <span className="pl-4">
              {t("placement.idealImplicit")} <Tag>{t("placement.notPromised")}</Tag>
            </span>
            <span className="block pl-4 text-xs">{t("placement.idealNote")}</span>
          </th>
          <Figures totals={ideal.here} compared={ideal.there} frame={frame} />
          <td />
        </tr>
      </tfoot>
    </table>
  );
});

"use client";
/** All placements on the same requests, the cheapest first, and the implicit cache for comparison. */
import { memo } from "react";
import type { Totals } from "../../lib/bill/totals";
import type { BakeOff, BakeOffRow } from "../../lib/placement/bake-off";
import { placementKey } from "../../lib/placement/placement";
import { formatMoney } from "../../lib/values/figures";
import { Tag } from "../ui/tag";
import { ChangeText } from "./change-text";
import { PlacementNames } from "./placement-names";
import { rankRows } from "./rank-rows";
import { ShareBar, ShareKey } from "./share-bar";
import { UseButton } from "./use-button";

type Currency = "USD" | "CNY";

function Figures({ totals, currency }: { totals: Totals; currency: Currency }) {
  const { cost, costWithoutCache } = totals;
  const unit = totals.currency ?? currency;
  return (
    <>
      <td className="text-right font-mono">{cost === null ? "unknown" : formatMoney(cost, unit)}</td>
      <td className="text-xs">
        <ChangeText
          change={cost === null || costWithoutCache === null ? null : cost - costWithoutCache}
          base={costWithoutCache}
          currency={unit}
        />
      </td>
    </>
  );
}

interface RowProps {
  readonly row: BakeOffRow;
  readonly rank: number | null;
  readonly currency: Currency;
}

function PlacementRow({ row, rank, currency }: RowProps) {
  return (
    <tr className="border-b border-line-soft hover:bg-hover">
      <td className="text-right font-mono text-mute">{rank ?? "–"}</td>
      <th scope="row" className="text-left font-normal">
        <PlacementNames row={row} />
        <span className="mt-1 block sm:hidden">
          <ShareBar totals={row.totals} />
        </span>
      </th>
      <td className="w-1/4 max-sm:hidden">
        <ShareBar totals={row.totals} />
      </td>
      <Figures totals={row.totals} currency={currency} />
      <td className="text-right">
        <UseButton placement={row.placement} name={row.names[0] ?? "this placement"}>
          Use
        </UseButton>
      </td>
    </tr>
  );
}

interface PlacementTableProps {
  readonly bakeOff: BakeOff;
  readonly currency: Currency;
}

export const PlacementTable = memo(function PlacementTable({ bakeOff, currency }: PlacementTableProps) {
  const { rows, idealImplicit } = bakeOff;
  const ranks = rankRows(rows.map(({ totals }) => totals.cost));
  return (
    <table className="w-full border-collapse [&_td]:px-2 [&_td]:py-1.5 [&_td]:align-top [&_th]:px-2 [&_th]:py-1.5 [&_th]:align-top">
      <caption className="sr-only">Placements on this scenario, ranked by cost</caption>
      <thead className="text-left text-xs text-mute [&_th]:font-medium">
        <tr className="border-b border-line">
          <th scope="col" className="text-right">
            Rank
          </th>
          <th scope="col">Placement</th>
          <th scope="col" className="max-sm:hidden">
            <span className="sr-only">Input tokens: </span>
            <ShareKey />
          </th>
          <th scope="col" className="text-right">
            Cost
          </th>
          <th scope="col">Against no cache</th>
          <th scope="col">
            <span className="sr-only">Choose</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <PlacementRow
            key={placementKey(row.placement)}
            row={row}
            rank={ranks[index] ?? null}
            currency={currency}
          />
        ))}
      </tbody>
      <tfoot>
        <tr className="bg-raised text-mute">
          <td className="text-right">–</td>
          <th scope="row" className="text-left font-normal">
            <span className="inline-flex flex-wrap items-center gap-1.5">
              Implicit at best <Tag>not promised</Tag>
            </span>
            <p className="text-xs">
              No markers, and the implicit cache reads all it can. It may read less, so it is not ranked.
            </p>
            <span className="mt-1 block sm:hidden">
              <ShareBar totals={idealImplicit} />
            </span>
          </th>
          <td className="max-sm:hidden">
            <ShareBar totals={idealImplicit} />
          </td>
          <Figures totals={idealImplicit} currency={currency} />
          <td />
        </tr>
      </tfoot>
    </table>
  );
});

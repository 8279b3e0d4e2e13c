"use client";
/** All placements on this scenario, ranked by what they cost, and the best one found. */
import type { PlacementReport } from "../../lib/pipeline/placement-report";
import type { BakeOff } from "../../lib/placement/bake-off";
import { type Placement, placementKey } from "../../lib/placement/placement";
import { usePlayground } from "../playground-context";
import { MarkerDoubt } from "../problems/marker-doubt";
import { useCurrency } from "../timeline/use-currency";
import { BestPlacement } from "./best-placement";
import { NOTHING } from "./describe-change";
import { PlacementTable } from "./placement-table";
import { ReportStatus } from "./report-status";
import { type AskFor, useReport } from "./use-report";

const OWN_NAME = "a placement of its own";

/** True where markers only add to the bill. */
const cachingLoses = ({ rows }: BakeOff): boolean =>
  rows.every(({ saving }) => saving === null || saving <= NOTHING) &&
  rows.some(({ saving }) => saving !== null && saving < -NOTHING);

function nameOfBest({ rows }: BakeOff, best: Placement | undefined): string {
  if (!best) return OWN_NAME;
  const row = rows.find(({ placement }) => placementKey(placement) === placementKey(best));
  const name = row?.names[0] ?? OWN_NAME;
  return name === "Best found" ? OWN_NAME : name;
}

const askPlacements: AskFor<PlacementReport> = (ask, document, options) =>
  ask({ kind: "placements", ...document }, options);

export function PlacementView() {
  const currency = useCurrency();
  const region = usePlayground((state) => state.settings.region);
  const isAssumed = usePlayground((state) => state.settings.isRegionAssumed ?? false);
  const report = useReport(askPlacements);
  const { value, work } = report;
  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3.5 py-2"
      aria-busy={work.kind === "working"}
    >
      {value && (
        <p
          className={`text-sm font-semibold ${
            cachingLoses(value.bakeOff) ? "rounded-md bg-bad-wash px-3 py-2 text-bad" : ""
          }`}
        >
          {value.bakeOff.sentence}
        </p>
      )}
      {value && <MarkerDoubt region={region} isAssumed={isAssumed} isPlaced />}
      <ReportStatus report={report} unit="placements tried">
        {value ? value.search.sentence : "There is no request to place markers in."}
      </ReportStatus>
      {value && (
        <>
          <BestPlacement
            search={value.search}
            name={nameOfBest(value.bakeOff, value.search.ranked[0]?.placement)}
            currency={currency}
          />
          <PlacementTable bakeOff={value.bakeOff} currency={currency} />
          <p className="text-xs text-mute">
            All placements play the same requests. Requests without markers count as reading nothing.
          </p>
        </>
      )}
    </div>
  );
}

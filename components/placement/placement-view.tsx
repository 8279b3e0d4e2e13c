"use client";
/** All placements on this scenario: one that wins and why, yours among them, and a second model where one is asked for. */
import { useEffect, useMemo, useState } from "react";
import { findCacheOffer } from "../../lib/offers/cache-offers";
import { regionName } from "../../lib/offers/regions";
import type { PlacementReport } from "../../lib/pipeline/placement-report";
import type { BakeOff } from "../../lib/placement/bake-off";
import { foldTies } from "../../lib/placement/fold-ties";
import type { Placement } from "../../lib/placement/placement";
import { usePlayground } from "../playground-context";
import { MarkerDoubt } from "../problems/marker-doubt";
import { useCurrency } from "../timeline/use-currency";
import { useWords } from "../words/use-words";
import { ComparePicker } from "./compare-picker";
import { MarkerWorth } from "./marker-worth";
import { PlacementTable } from "./placement-table";
import { ReportStatus } from "./report-status";
import { type AskFor, useReport } from "./use-report";

const askPlacements: AskFor<PlacementReport> = (ask, document, options) =>
  ask({ kind: "placements", ...document }, options);

/** The comparison on another model, with its name: a report of the one chosen before stays for a moment. */
interface Elsewhere {
  readonly model: string;
  readonly bakeOff: BakeOff;
}

/** Nothing is asked where no model is chosen. */
const askOn =
  (model: string | null, best: Placement | null): AskFor<Elsewhere> =>
  async (ask, document, options) => {
    if (model === null) return { ok: true, value: null };
    const answered = await ask({ kind: "placements-on-model", ...document, model, best }, options);
    return answered.ok && answered.value
      ? { ok: true, value: { model, bakeOff: answered.value } }
      : answered.ok
        ? { ok: true, value: null }
        : answered;
  };

interface PlacementViewProps {
  /** Told which placement the pointer or the focus is on; null = none any more. */
  readonly onPreview?: (placement: Placement | null) => void;
}

const ignore = (): void => undefined;

export function PlacementView({ onPreview = ignore }: PlacementViewProps) {
  const { t, say } = useWords();
  const currency = useCurrency();
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const [picked, setPicked] = useState<string | null>(null);
  const other = picked === model ? null : picked;
  const isAssumed = usePlayground((state) => state.settings.isRegionAssumed ?? false);
  const report = useReport(askPlacements);
  const { value, work } = report;
  const best = value?.search.ranked[0]?.placement ?? null;
  const elsewhere = useReport(useMemo(() => askOn(other, best), [other, best]));
  const there = elsewhere.value?.model === other ? elsewhere.value.bakeOff : null;
  const rows = useMemo(() => (value ? foldTies(value.bakeOff, value.yours, there) : []), [value, there]);
  const ideal = useMemo(
    () => value && { here: value.bakeOff.idealImplicit, there: there?.idealImplicit ?? null },
    [value, there],
  );
  useEffect(() => () => onPreview(null), [onPreview]);
  // What holds for the document's own model the doubt about its markers says.
  const bare = (other === null ? [] : [other]).filter(
    (name) => findCacheOffer(name, region, "explicit").status === "not-offered",
  );
  const isRenewed = work.kind === "working" && value !== null;

  return (
    <div
      className="@container relative flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3.5 py-2"
      aria-busy={work.kind === "working"}
    >
      {value && <MarkerWorth rows={rows} search={value.search} currency={currency} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <ReportStatus report={report} unit={t("placement.placementsTried")}>
          {value ? say(value.search.sentence) : t("placement.noRequestToMark")}
        </ReportStatus>
        {value && <ComparePicker own={model} region={region} value={other} onPick={setPicked} />}
      </div>
      {other !== null && elsewhere.work.kind !== "ready" && (
        <ReportStatus report={elsewhere} unit={t("placement.placementsOn", { model: other })}>
          {null}
        </ReportStatus>
      )}
      {value && <MarkerDoubt region={region} isAssumed={isAssumed} isPlaced />}
      {bare.map((name) => (
        <p key={name} className="text-xs text-bad">
          {t("placement.noExplicitHere", { model: name, place: regionName(region) })}
        </p>
      ))}
      {value && ideal && (
        <>
          <div className={isRenewed ? "opacity-60" : ""}>
            <PlacementTable
              rows={rows}
              ideal={ideal}
              currency={currency}
              model={model}
              other={other}
              onPreview={onPreview}
            />
          </div>
          {value.bakeOff.refused.length > 0 && (
            <p className="text-xs text-bad">
              {t("placement.refusedLeftOut", {
                list: value.bakeOff.refused.map(({ name }) => say(name)).join(", "),
              })}
            </p>
          )}
          <p className="text-xs text-mute">{t("placement.tableNote")}</p>
        </>
      )}
    </div>
  );
}

"use client";
/** One system of the comparison: what it reads to scale, what it costs, what it refuses, and what is assumed of it. */
import type { ComparisonReport } from "../../lib/pipeline/compare-report";
import type { RankedRow } from "../../lib/pipeline/rank-systems";
import { KIND_NAMES, sayChange, sayCounts, sayRefusal } from "../../lib/pipeline/write-comparison";
import { formatPercent, orDash } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import { ShareBar } from "../placement/share-bar";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Picker } from "../ui/picker";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { AssumptionList } from "./assumption-list";
import { BestFigure } from "./best-figure";
import { ServiceWords } from "./service-words";
import { useBestPlacement } from "./use-best-placement";
import { isOnMap, type SystemOutcome } from "./use-system-outcome";

interface SystemLineProps {
  readonly ranked: RankedRow;
  /** Money, as the rows of its currency have it. */
  readonly write: (cost: number | null) => string;
  readonly report: ComparisonReport;
  readonly outcome: SystemOutcome;
}

/** The model that stands for the row, and the others it may be. */
function Model({ row }: Pick<RankedRow, "row">) {
  const { t } = useWords();
  const chosen = usePlayground((state) => state.settings.comparedModels);
  const actions = useActions();
  if (row.model === null) return null;
  if (row.models.length < 2) return <span className="text-mute">{row.model}</span>;
  return (
    <Picker
      look="plain"
      className="-ml-1 max-w-full text-mute"
      label={t("compare.modelOf", { name: row.name })}
      value={row.model}
      groups={[{ label: "", options: row.models.map((model) => ({ value: model, label: model })) }]}
      onPick={(model) => actions.changePlay({ comparedModels: { ...chosen, [row.id]: model } })}
    />
  );
}

/** Against the cheapest, where the row has a rank. */
function sayRank({ row, againstCheapest, isCheapest }: RankedRow, { t }: Words): string {
  if (isCheapest) return t("compare.cheapest");
  return row.refusals.length > 0 ? t("compare.notRanked") : sayChange(againstCheapest);
}

function Cost({ ranked, write }: Pick<SystemLineProps, "ranked" | "write">) {
  const words = useWords();
  const { t } = words;
  const { row, againstNoCache, againstCheapest, isCheapest } = ranked;
  const isAllRefused = row.refusals.length > 0 && row.requests.every(({ cost }) => !cost);
  return (
    <>
      <span className={`font-mono ${isCheapest ? "font-semibold" : ""}`}>
        {isAllRefused ? "–" : write(row.totals.cost)}
      </span>
      <span className="block whitespace-nowrap text-xs text-mute @2xl:hidden">
        {againstNoCache !== null && (
          <span className="block">{t("compare.toNoCache", { change: sayChange(againstNoCache) })}</span>
        )}
        {isCheapest || row.refusals.length > 0
          ? sayRank(ranked, words)
          : againstCheapest !== null && t("compare.toCheapest", { change: sayChange(againstCheapest) })}
      </span>
    </>
  );
}

export function SystemLine({ ranked, write, report, outcome }: SystemLineProps) {
  const words = useWords();
  const { t, say } = words;
  const { row, readShare, againstNoCache } = ranked;
  const { name, kind, refusals, requests, totals, isYours, isOwn } = row;
  const search = useBestPlacement(row.id, report);
  const share = orDash(readShare, formatPercent);
  const best = row.readsMarkers ? (
    <BestFigure row={row} write={write} search={search} outcome={outcome} />
  ) : (
    isYours && <span className="text-mute">{t("compare.seePlacements")}</span>
  );
  const isShown = usePlayground((state) => isOnMap(row, state.settings));
  const onMap = isShown ? (
    <Tag>{t("compare.playsMap")}</Tag>
  ) : (
    <span className="inline-flex gap-2.5">
      {(isYours || !isOwn) && (
        <Button
          look="link"
          className="min-h-6 text-xs"
          hint={t("compare.playHint", { name })}
          aria-label={t("compare.playOn", { name })}
          onClick={() => outcome.play(row)}
        >
          {t("compare.play")}
        </Button>
      )}
      <Button
        look="link"
        className="min-h-6 text-xs"
        hint={t("compare.pinHint")}
        aria-label={t("compare.pinOn", { name })}
        onClick={() => outcome.pin(row)}
      >
        {t("compare.pin")}
      </Button>
    </span>
  );
  return (
    <tr
      data-system={row.id}
      className={`border-b border-line-soft ${isYours ? "bg-selected" : "focus-within:bg-hover hover:bg-hover"}`}
      onPointerEnter={() => outcome.show(row)}
      onPointerLeave={() => outcome.hide()}
      onFocus={() => outcome.show(row)}
      onBlur={() => outcome.hide()}
    >
      <th scope="row" className="w-full py-1.5 text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-1.5">
          <span className={isYours ? "font-semibold" : "font-medium"}>{say(name)}</span>
          {!isOwn && <Tag>{t(KIND_NAMES[kind])}</Tag>}
          {isYours && <Tag>{t("compare.yours")}</Tag>}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 text-xs">
          <Model row={row} />
          <span className="text-mute">{say(sayCounts(row))}</span>
          <AssumptionList ids={row.assumptions} name={name} />
          <span className="@2xl:hidden">{onMap}</span>
        </span>
        {refusals.map((refusal) => (
          <span key={say(refusal.message)} data-refusal className="block text-xs text-bad">
            {say(sayRefusal(refusal, requests.length))}
          </span>
        ))}
        <ServiceWords row={row} judgements={report.judgements[row.id] ?? []} />
        <span className="mt-1 flex items-center gap-2 text-xs @lg:hidden">
          <span className="w-24 shrink-0">
            <ShareBar totals={totals} />
          </span>
          {t("compare.readShare", { share })}
        </span>
        {row.readsMarkers && (
          <span className="mt-1 flex flex-wrap items-center gap-x-2 text-xs @2xl:hidden">
            <span className="text-mute">{t("compare.bestPlacement")}</span>
            {best}
          </span>
        )}
      </th>
      <td className="@max-lg:hidden">
        <span className="flex items-center gap-2">
          <span className="w-20 shrink-0">
            <ShareBar totals={totals} />
          </span>
          <span className="ml-auto w-12 text-right font-mono">{share}</span>
        </span>
      </td>
      <td className="text-right">
        <Cost ranked={ranked} write={write} />
      </td>
      <td className="text-right font-mono @max-2xl:hidden">{sayChange(againstNoCache)}</td>
      <td
        className={`text-right font-mono @max-2xl:hidden ${ranked.isCheapest ? "font-semibold" : ""}`}
        data-rank
      >
        {sayRank(ranked, words)}
      </td>
      <td className="text-right text-xs @max-2xl:hidden">
        <span className="flex flex-col items-end gap-1">
          {best}
          {onMap}
        </span>
      </td>
    </tr>
  );
}

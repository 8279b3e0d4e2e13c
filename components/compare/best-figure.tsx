"use client";
/** What a system would cost with its best placement of markers: searched when it is asked for, and it can be called off. */
import type { SystemRow } from "../../lib/pipeline/compare-report";
import { sayChange } from "../../lib/pipeline/write-comparison";
import { formatCount } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { ProgressBar } from "../ui/progress-bar";
import { Tag } from "../ui/tag";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import type { BestPlacement } from "./use-best-placement";
import type { SystemOutcome } from "./use-system-outcome";

interface BestFigureProps {
  readonly row: SystemRow;
  readonly write: (cost: number | null) => string;
  readonly search: BestPlacement;
  readonly outcome: SystemOutcome;
}

/** Below this two sums are the same one. */
const NOTHING = 1e-12;

export function BestFigure({ row, write, search, outcome }: BestFigureProps) {
  const { t, say } = useWords();
  const { name } = row;
  const { work, start, cancel } = search;
  if (work.kind === "idle") {
    return (
      <Button className="text-xs" aria-label={t("compare.findOn", { name })} onClick={() => void start()}>
        {t("compare.find")}
      </Button>
    );
  }
  if (work.kind === "working") {
    return (
      <span className="inline-flex flex-col items-end gap-1">
        <ProgressBar
          label={t("compare.triedOn", { name })}
          done={work.total > 0 ? work.done : null}
          of={work.total}
          className="w-24"
        />
        <span className="text-mute">
          {work.total > 0 ? t("compare.tried", { count: formatCount(work.done) }) : t("compare.working")}
        </span>
        <Button className="text-xs" aria-label={t("compare.cancelOn", { name })} onClick={cancel}>
          {t("compare.cancel")}
        </Button>
      </span>
    );
  }
  if (work.kind === "failed") {
    return (
      <span className="text-bad">
        <Sentence said={work.reason} />{" "}
        <Button className="text-xs" onClick={() => void start()}>
          {t("compare.tryAgain")}
        </Button>
      </span>
    );
  }
  const { best } = work;
  if (!best) return <span className="text-mute">{t("compare.noBest")}</span>;
  const drawn = row.refusals.length > 0 ? null : row.totals.cost;
  const cost = best.row.totals.cost ?? 0;
  const isNoBetter = drawn !== null && cost > drawn - NOTHING;
  if (isNoBetter) {
    return (
      <span className="text-mute">
        <Tag hint={say(best.sentence)}>{t("compare.noneCheaper")}</Tag>
      </span>
    );
  }
  return (
    <span
      onPointerEnter={() => outcome.show(best.row)}
      onPointerLeave={() => outcome.show(row)}
      data-best
      className="inline-block max-w-36"
    >
      <span className="font-mono text-sm">{write(cost)}</span>{" "}
      {drawn !== null && drawn > 0 && <span>{sayChange(cost / drawn - 1)}</span>}
      <span className="block text-mute">{t("compare.bestMarkers", { markers: best.markers })}</span>
      <Button
        look="link"
        className="min-h-6 text-xs"
        aria-label={t("compare.showBest", { name })}
        hint={say(best.sentence)}
        onClick={() => outcome.pin({ ...best.row, name: tell("compare.withBest", { name }) })}
      >
        {t("compare.onMap")}
      </Button>
    </span>
  );
}

"use client";
/** What a system would cost with its best placement of markers: searched when it is asked for, and it can be called off. */
import type { SystemRow } from "../../lib/pipeline/compare-report";
import { sayChange } from "../../lib/pipeline/write-comparison";
import { formatCount } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { ProgressBar } from "../ui/progress-bar";
import { Tag } from "../ui/tag";
import { Sentence } from "../words/sentence";
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
  const { work, start, cancel } = search;
  if (work.kind === "idle") {
    return (
      <Button
        className="text-xs"
        aria-label={`Find the best placement on ${row.name}`}
        onClick={() => void start()}
      >
        Find
      </Button>
    );
  }
  if (work.kind === "working") {
    return (
      <span className="inline-flex flex-col items-end gap-1">
        <ProgressBar
          label={`Placements tried on ${row.name}`}
          done={work.total > 0 ? work.done : null}
          of={work.total}
          className="w-24"
        />
        <span className="text-mute">{work.total > 0 ? `${formatCount(work.done)} tried` : "Working…"}</span>
        <Button className="text-xs" aria-label={`Cancel the search on ${row.name}`} onClick={cancel}>
          Cancel
        </Button>
      </span>
    );
  }
  if (work.kind === "failed") {
    return (
      <span className="text-bad">
        <Sentence said={work.reason} />{" "}
        <Button className="text-xs" onClick={() => void start()}>
          Try again
        </Button>
      </span>
    );
  }
  const { best } = work;
  if (!best) return <span className="text-mute">none: no price is known, or all are refused</span>;
  const drawn = row.refusals.length > 0 ? null : row.totals.cost;
  const cost = best.row.totals.cost ?? 0;
  const isNoBetter = drawn !== null && cost > drawn - NOTHING;
  if (isNoBetter) {
    return (
      <span className="text-mute">
        <Tag hint={best.sentence}>none cheaper</Tag>
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
      <span className="block text-mute">
        markers: <Sentence said={best.markers} />
      </span>
      <Button
        look="link"
        className="min-h-6 text-xs"
        aria-label={`Show ${row.name} with its best placement on the map`}
        hint={best.sentence}
        onClick={() => outcome.pin({ ...best.row, name: `${row.name}, best placement` })}
      >
        On the map
      </Button>
    </span>
  );
}

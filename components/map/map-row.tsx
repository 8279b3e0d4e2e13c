"use client";
/** One request on the map: its prompt to scale in the colours of what became of it, its outcome in words, its cost. */
import { memo } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TurnView } from "../../lib/pipeline/analysis";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock } from "../../lib/values/figures";
import { paintOf } from "../timeline/fill-patterns";
import type { RowPlace } from "./lay-rows";
import type { OutcomeRow } from "./map-store";
import { RowBar } from "./row-bar";
import { RowOutcome } from "./row-outcome";
import type { Outcome } from "./say-row";
import type { TokenScale } from "./token-scale";

/** Pixels of the columns beside the bars. */
export interface Columns {
  readonly width: number;
  /** Left edge of the words about the outcome. */
  readonly outcome: number;
  /** False where there is no room for clocks and bars of money. */
  readonly isWide: boolean;
}

interface MapRowProps {
  readonly turn: TurnView;
  readonly index: number;
  readonly place: RowPlace;
  readonly scale: TokenScale;
  readonly columns: Columns;
  readonly isRoomy: boolean;
  /** Still to come while the conversation is played. */
  readonly isAhead: boolean;
  /** Its outcome is still to be guessed. */
  readonly isCovered: boolean;
  readonly outcome: Outcome;
  readonly miss: Miss | undefined;
  /** Named before the outcome; undefined where it stands elsewhere or need not be said. */
  readonly lane: string | undefined;
  readonly currency: Currency;
  /** Pixels of its bar of money. */
  readonly moneyWidth: number;
  readonly moneyPer: number;
  readonly ghost: OutcomeRow | undefined;
  readonly baseline: OutcomeRow | undefined;
}

/** Share of a prompt, or of its cost, from which on an outcome is another. */
const OTHER = 0.01;

const isOther = (row: OutcomeRow, ledger: OutcomeRow & { readonly prompt: number }): boolean =>
  Math.abs(row.read - ledger.read) > ledger.prompt * OTHER ||
  Math.abs((row.cost ?? 0) - (ledger.cost ?? 0)) > (ledger.cost ?? 0) * OTHER;

export const MapRow = memo(function MapRow(props: MapRowProps) {
  const { turn, index, place, scale, columns, isRoomy, outcome, miss, currency } = props;
  const { ledger, at, kind } = turn;
  const { barTop, barBottom } = place;
  const base = barTop + (barBottom - barTop) / 2 + 4;
  const { baseline } = props;
  // A few tokens more or less are no other outcome.
  const ghost = !props.isCovered && props.ghost && isOther(props.ghost, ledger) ? props.ghost : undefined;
  return (
    <g opacity={props.isAhead ? 0.1 : 1} pointerEvents="none" aria-hidden>
      <text x={12} y={base} fontSize={12.5} fontWeight={600} fill="var(--ink)">
        {index + 1}
      </text>
      {columns.isWide && isRoomy && (
        <text x={38} y={base} fontSize={11} className="font-mono" fill="var(--mute)">
          {formatClock(at)}
        </text>
      )}
      <RowBar
        ledger={ledger}
        bounds={turn.bounds}
        scale={scale}
        top={barTop}
        height={barBottom - barTop}
        isPing={kind === "ping"}
        washed={turn.implicitAtBest}
        isCovered={props.isCovered}
      />
      {baseline && (
        <SlimBar row={baseline} scale={scale} top={barTop - 5} height={3} label={`baseline ${index + 1}`} />
      )}
      {ghost && (
        <SlimBar row={ghost} scale={scale} top={barBottom + 2} height={5} label={`ghost ${index + 1}`} />
      )}
      <RowOutcome
        ledger={ledger}
        place={place}
        columns={columns}
        left={scale.left}
        isRoomy={isRoomy}
        outcome={outcome}
        lane={props.lane}
        isMiss={miss !== undefined}
        isCovered={props.isCovered}
        currency={currency}
        moneyPer={props.moneyPer}
        moneyWidth={props.moneyWidth}
        ghostCost={ghost && ghost.cost !== ledger.cost ? ghost.cost : undefined}
      />
    </g>
  );
});

interface SlimBarProps {
  readonly row: OutcomeRow;
  readonly scale: TokenScale;
  readonly top: number;
  readonly height: number;
  readonly label: string;
}

/** Another outcome of the same request, thin beside its bar. */
function SlimBar({ row, scale, top, height, label }: SlimBarProps) {
  let tokens = 0;
  return (
    <g data-other={label}>
      {(["read", "written", "uncached"] as const).map((kind) => {
        const from = scale.x(tokens);
        tokens += row[kind];
        const width = scale.x(tokens) - from;
        return width > 0 ? (
          <rect key={kind} x={from} y={top} width={width} height={height} fill={paintOf[kind]} />
        ) : null;
      })}
    </g>
  );
}

"use client";
/** One request on the map: its prompt to scale in the colours of what became of it, its outcome in words, its cost. */
import { memo } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock, formatMoney } from "../../lib/values/figures";
import { paintOf } from "../timeline/fill-patterns";
import { MISS_SIGN } from "../timeline/miss-sign";
import type { RowPlace } from "./lay-rows";
import type { OutcomeRow } from "./map-store";
import { RowBar } from "./row-bar";
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
  readonly outcome: Outcome;
  readonly miss: Miss | undefined;
  readonly currency: "USD" | "CNY";
  /** Pixels of its bar of money. */
  readonly moneyWidth: number;
  readonly moneyPer: number;
  readonly ghost: OutcomeRow | undefined;
  readonly baseline: OutcomeRow | undefined;
}

/** Pixels of a letter, about. */
const LETTER = 6.1;

const clip = (text: string, pixels: number): string => {
  const letters = Math.max(3, Math.floor(pixels / LETTER));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
};

const TONES = { hit: "var(--ink)", plain: "var(--mute)", miss: "var(--bad)" } as const;

export const MapRow = memo(function MapRow(props: MapRowProps) {
  const { turn, index, place, scale, columns, isRoomy, outcome, miss, currency } = props;
  const { ledger, at, kind } = turn;
  const { barTop, barBottom } = place;
  const money = formatMoney(
    ledger.cost === null ? null : ledger.cost * props.moneyPer,
    ledger.currency ?? currency,
  );
  const base = barTop + (barBottom - barTop) / 2 + 4;
  const room = columns.width - columns.outcome - 8;
  const { ghost, baseline } = props;
  const ghostCost = ghost && ghost.cost !== ledger.cost ? ghost.cost : undefined;
  const sign = miss ? `${MISS_SIGN} ` : "";
  const moneyAt = isRoomy ? base + 13 : base;
  const words = isRoomy ? room : room - money.length * 7 - 10;
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
      />
      {baseline && (
        <SlimBar row={baseline} scale={scale} top={barTop - 5} height={3} label={`baseline ${index + 1}`} />
      )}
      {ghost && (
        <SlimBar row={ghost} scale={scale} top={barBottom + 2} height={5} label={`ghost ${index + 1}`} />
      )}
      <text
        x={columns.outcome}
        y={base}
        fontSize={11.5}
        fontWeight={miss ? 600 : 400}
        fill={TONES[outcome.tone]}
      >
        {clip(sign + outcome.text, words)}
      </text>
      <text
        x={isRoomy ? columns.outcome : columns.width - 8}
        y={moneyAt}
        textAnchor={isRoomy ? "start" : "end"}
        fontSize={11}
        className="font-mono"
        fill="var(--mute)"
      >
        {money}
        {ghostCost !== undefined && isRoomy && (
          <tspan fill="var(--ink)" fontWeight={600}>
            {` → ${formatMoney(ghostCost === null ? null : ghostCost * props.moneyPer, ledger.currency ?? currency)}`}
          </tspan>
        )}
      </text>
      {isRoomy && columns.isWide && ghostCost === undefined && (
        <rect
          x={columns.outcome + 74}
          y={moneyAt - 8}
          width={Math.max(1.5, props.moneyWidth)}
          height={8}
          rx={2}
          fill={miss ? "var(--bad)" : "var(--mute)"}
          opacity={0.5}
        />
      )}
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

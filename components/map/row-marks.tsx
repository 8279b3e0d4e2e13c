"use client";
/** What stands on a row besides its bar: the ring of a hit, where its text parts, its breakpoints, and the wait before it. */
import { memo } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import type { Parting } from "../../lib/pipeline/find-partings";
import { formatClock } from "../../lib/values/figures";
import { hasGap } from "../timeline/has-gap";
import { useWords } from "../words/use-words";
import { Diamond } from "./diamond";
import { GapChip } from "./gap-chip";
import { Notch } from "./notch";
import type { MapLayout } from "./use-map-layout";

interface RowMarksProps {
  readonly layout: MapLayout;
  readonly index: number;
  readonly turn: TurnView;
  readonly before: TurnView | undefined;
  readonly selected: boolean;
  /** Null where the request parts from none that it missed. */
  readonly parting: Parting | null;
  readonly isEditable: boolean;
  readonly onGap: (index: number, gap: number) => void;
  /** True while another outcome is drawn below the bar. */
  readonly isCompared: boolean;
  /** Asks for a field to type the gap in. */
  readonly onType: (index: number) => void;
}

export const RowMarks = memo(function RowMarks(props: RowMarksProps) {
  const { layout, index, turn, before, selected, parting, isEditable } = props;
  const { rows, scale, columns, ends, waits, readers } = layout;
  const place = rows.rows[index];
  if (!place) return null;
  const { isRoomy } = rows;
  const middle = (place.barTop + place.barBottom) / 2;
  const end = ends[index] ?? null;
  const right = columns.isWide ? columns.outcome - 10 : columns.width - 110;
  const chip = isRoomy
    ? { x: 8, y: place.wait ? place.wait.bottom - 8 : place.top + 1 }
    : { x: 36, y: middle };
  return (
    <g>
      {place.wait && end !== null && (
        <WaitLine
          y={rows.yAt(end)}
          at={end}
          left={scale.left}
          right={right}
          isBeside={columns.isWide}
          // So near to a row its words would be covered, and the lower one says when the entries had expired.
          isNamed={
            !columns.isWide ||
            (place.barTop - rows.yAt(end) > LEAST_APART && rows.yAt(end) - place.wait.top > LEAST_APART)
          }
        />
      )}
      {readers.has(index) && turn.ledger.read > 0 && (
        <circle
          cx={scale.x(turn.ledger.read)}
          cy={middle}
          r={isRoomy ? 4.6 : 3.8}
          fill="var(--panel)"
          stroke="var(--read)"
          strokeWidth={2.2}
          pointerEvents="none"
          data-hit={index}
        />
      )}
      {index > 0 &&
        isRoomy &&
        !selected &&
        turn.breakpoints
          .filter((tokens) => !before?.breakpoints.includes(tokens))
          .map((tokens) => (
            <g key={tokens} pointerEvents="none" aria-hidden>
              <Diamond x={scale.x(tokens)} y={place.barBottom + 9} look="hollow" />
            </g>
          ))}
      {parting && (
        <Notch
          parting={parting}
          place={place}
          scale={scale}
          room={isRoomy && !props.isCompared ? place.bottom - place.barBottom : 0}
          right={right}
        />
      )}
      {before && (
        <GapChip
          index={index}
          gap={turn.at - before.at}
          x={chip.x}
          y={chip.y}
          isEditable={isEditable && hasGap(turn)}
          isInTabOrder={selected}
          isShort={!isRoomy}
          isTooLong={waits.has(index)}
          onChange={props.onGap}
          onType={props.onType}
        />
      )}
    </g>
  );
});

interface WaitLineProps {
  readonly y: number;
  /** Seconds. */
  readonly at: number;
  readonly left: number;
  readonly right: number;
  /** False where its words stand above the line. */
  readonly isBeside: boolean;
  readonly isNamed: boolean;
}

/** Pixels between the words of a line and those of the row below it. */
const LEAST_APART = 16;

/** Where the last entry ends within a wait. */
function WaitLine({ y, at, left, right, isBeside, isNamed }: WaitLineProps) {
  const { t } = useWords();
  return (
    <g pointerEvents="none" aria-hidden data-entries-end={Math.round(at)}>
      <line x1={left} x2={right} y1={y} y2={y} stroke="var(--bad)" strokeDasharray="3 3" opacity={0.7} />
      {isNamed && (
        <text
          x={isBeside ? right + 10 : left + 24}
          y={isBeside ? y + 4 : y - 5}
          fontSize={11.5}
          fill="var(--bad)"
          stroke="var(--panel)"
          strokeWidth={isBeside ? 0 : 3}
          paintOrder="stroke"
        >
          {t("map.entriesEnd", { clock: formatClock(at) })}
        </text>
      )}
    </g>
  );
}

/** Which conversation of a recorded session each row belongs to: a track down from row to row, and its name where it changes. */
import { clipWords } from "../ui/measure-letters";
import { type LaneLayout, TRACKS } from "./lay-lanes";
import type { MapLayout } from "./use-map-layout";

interface LaneTracksProps {
  readonly layout: MapLayout;
  readonly lanes: LaneLayout;
  /** Rows in sight, as indices. */
  readonly first: number;
  readonly last: number;
}

/** Letters there is room for below a row's number. */
const LETTERS = 16;

export function LaneTracks({ layout, lanes, first, last }: LaneTracksProps) {
  const { rows, scale } = layout;
  const middleOf = (index: number): number => {
    const place = rows.rows[index];
    return place ? (place.barTop + place.barBottom) / 2 : 0;
  };
  const xOf = (lane: number): number =>
    scale.left - TRACKS.beside - Math.min(lane, TRACKS.most - 1) * TRACKS.apart;
  const inSight = lanes.ofRow.flatMap((lane, index) =>
    index >= first && index <= last ? [{ lane, index }] : [],
  );
  return (
    <g pointerEvents="none" aria-hidden data-lanes={lanes.lanes.length}>
      {lanes.lanes.map(({ name, from, to }, lane) =>
        to < first || from > last ? null : (
          <line
            key={name}
            x1={xOf(lane)}
            x2={xOf(lane)}
            y1={middleOf(Math.max(from, first))}
            y2={middleOf(Math.min(to, last))}
            stroke="var(--faint)"
            strokeWidth={1.2}
            opacity={0.6}
          />
        ),
      )}
      {inSight.map(({ lane, index }) => (
        <g key={index} data-lane-of={index}>
          <circle
            cx={xOf(lane)}
            cy={middleOf(index)}
            r={2.8}
            fill={lane === 0 ? "var(--ink)" : "var(--panel)"}
            stroke="var(--ink)"
            strokeWidth={1.2}
          />
          {isLabelled(layout) && lanes.ofRow[index - 1] !== lane && (
            <text x={12} y={middleOf(index) + 17} fontSize={10.5} fill="var(--mute)">
              {clipWords(lanes.lanes[lane]?.name ?? "", LETTERS)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Pixels of a row with room for a name below its number; else the name stands before the words about its outcome. */
const LABELLED = 54;
const isLabelled = ({ rows }: Pick<MapLayout, "rows">): boolean => rows.pitch >= LABELLED;

/** The name of a row's lane where it is not that of the row before, and there is no room for it below the row's number. */
export function laneBeside(layout: MapLayout, index: number): string | undefined {
  const { lanes } = layout;
  if (!lanes || isLabelled(layout)) return undefined;
  const lane = lanes.ofRow[index];
  return lane === undefined || lanes.ofRow[index - 1] === lane ? undefined : lanes.lanes[lane]?.name;
}

/** The lanes of a recorded session on the map: its conversations in the order in which they begin. */
import type { TurnView } from "../../lib/pipeline/analysis";

export interface LaneLayout {
  readonly lanes: readonly {
    readonly name: string;
    /** First and last row, as indices. */
    readonly from: number;
    readonly to: number;
  }[];
  /** Number of each row's lane, from 0. */
  readonly ofRow: readonly number[];
}

/** Pixels from track to track and from the bars; how many there are at the most: further lanes share the last one. */
export const TRACKS = { apart: 6, beside: 14, most: 5 };

/** Pixels that the tracks take beside the bars. */
export const widthOfLanes = (layout: LaneLayout | null): number =>
  layout ? Math.min(layout.lanes.length, TRACKS.most) * TRACKS.apart + 4 : 0;

/** Null where all requests are of one conversation, or nothing is known of it. */
export function layLanes(turns: readonly Pick<TurnView, "lane">[]): LaneLayout | null {
  const lanes = new Map<string, { name: string; from: number; to: number; number: number }>();
  const ofRow = turns.map(({ lane: name = "" }, index) => {
    const known = lanes.get(name);
    if (known) {
      known.to = index;
      return known.number;
    }
    lanes.set(name, { name, from: index, to: index, number: lanes.size });
    return lanes.size - 1;
  });
  return lanes.size < 2 ? null : { lanes: [...lanes.values()].map(({ number: _, ...lane }) => lane), ofRow };
}

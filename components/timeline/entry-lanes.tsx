/** One lane per cache entry: from its creation to its expiry, with a mark at every renewal. */
import type { EntryLife } from "../../lib/timeline/simulate";
import { formatClock, formatCount } from "../ui/format-number";
import type { TimeScale } from "./time-scale";

interface EntryLanesProps {
  readonly entries: readonly EntryLife[];
  readonly scale: TimeScale;
  readonly top: number;
  readonly laneHeight: number;
  /** Pixels at which lanes are cut; what lives longer says until when. */
  readonly right: number;
}

const diamond = (x: number, y: number): string => `M${x},${y - 4.5}l4.5,4.5l-4.5,4.5l-4.5,-4.5z`;

export function EntryLanes({ entries, scale, top, laneHeight, right }: EntryLanesProps) {
  return (
    <g>
      {entries.map((entry, lane) => {
        const y = top + lane * laneHeight + laneHeight / 2;
        const from = scale.x(entry.createdAt);
        const to = Math.min(scale.x(entry.expiresAt), right);
        const cut = scale.x(entry.expiresAt) > right;
        const words = `Entry of ${formatCount(entry.tokens)} tokens: written at ${formatClock(entry.createdAt)}, ${
          entry.renewals.length === 0
            ? "never renewed"
            : `renewed ${entry.renewals.length} ${entry.renewals.length === 1 ? "time" : "times"}`
        }, expires at ${formatClock(entry.expiresAt)}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two requests may write the same entry at one time
          <g key={`${entry.createdAt}-${entry.tokens}-${lane}`}>
            <title>{words}</title>
            <text
              x={scale.x(0) - 26}
              y={y + 4}
              textAnchor="end"
              fontSize={11}
              fill="var(--mute)"
              fontFamily="var(--font-mono)"
            >
              {formatCount(entry.tokens)}
            </text>
            <rect
              x={from}
              y={y - 5.5}
              width={Math.max(2, to - from)}
              height={11}
              rx={2.5}
              fill="var(--read-wash)"
              stroke="var(--read)"
              strokeOpacity={0.55}
            />
            <path d={diamond(from, y)} fill="var(--written)" />
            {entry.renewals.map((at) => (
              <path key={at} d={diamond(scale.x(at), y)} fill="var(--read)" />
            ))}
            <text x={to + 6} y={y + 4} fontSize={11} fill="var(--mute)">
              {cut ? `→ lives to ${formatClock(entry.expiresAt)}` : `expired ${formatClock(entry.expiresAt)}`}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The lives of the cache entries: dotted until it can be read, then from its writing to its end, with a mark at every renewal. */
import { Group } from "@visx/group";
import { Bar } from "@visx/shape";
import type { PointerEvent } from "react";
import type { EntryLife } from "../../lib/timeline/simulate";
import { formatClock, formatCount } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import type { TimeScale } from "./time-scale";

interface EntryLanesProps {
  readonly entries: readonly EntryLife[];
  /** Lane of each entry. */
  readonly lanes: readonly number[];
  readonly scale: TimeScale;
  readonly top: number;
  readonly laneHeight: number;
  /** Pixels at which lanes are cut; what lives longer says until when. */
  readonly right: number;
  /** Pixels that are on the screen. */
  readonly from: number;
  readonly to: number;
  /** Of the card that tells of an entry, by its place in `entries`. */
  readonly hoverOf: (entry: number) => {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(): void;
  };
}

/** Pixels that the moment of expiry needs behind an entry. */
const LABEL = 48;

const diamond = (x: number, y: number): string => `M${x},${y - 4.5}l4.5,4.5l-4.5,4.5l-4.5,-4.5z`;

/** One sentence on an entry's life. */
export function describeEntry({ tokens, createdAt, renewals, expiresAt }: EntryLife): Said {
  const facts = {
    tokens: formatCount(tokens),
    written: formatClock(createdAt),
    expires: formatClock(expiresAt),
  };
  return renewals.length === 0
    ? tell("timeline.entryNotRenewed", facts)
    : tell("timeline.entryRenewed", { ...facts, times: renewals.length });
}

export function EntryLanes({
  entries,
  lanes,
  scale,
  top,
  laneHeight,
  right,
  from,
  to,
  hoverOf,
}: EntryLanesProps) {
  const { say } = useWords();
  return (
    <Group>
      {entries.map((entry, index) => {
        const y = top + (lanes[index] ?? 0) * laneHeight + laneHeight / 2;
        const start = scale.x(entry.createdAt);
        const end = Math.min(scale.x(entry.expiresAt), right);
        if (end < from || start > to) return null;
        const cut = scale.x(entry.expiresAt) > right;
        const isInside = end + LABEL > right;
        const readable = Math.min(scale.x(entry.readableAt), end);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two requests may write the same entry at one time
          <g key={index}>
            <desc>{say(describeEntry(entry))}</desc>
            <g
              data-entry={index}
              onPointerEnter={hoverOf(index).onPointerEnter}
              onPointerLeave={hoverOf(index).onPointerLeave}
            >
              <line
                x1={start}
                x2={readable}
                y1={y}
                y2={y}
                stroke="var(--written)"
                strokeWidth={1.5}
                strokeDasharray="2 2"
              />
              <Bar
                x={readable}
                y={y - 5.5}
                width={Math.max(2, end - readable)}
                height={11}
                rx={2.5}
                fill="var(--read-wash)"
                stroke="var(--read)"
                strokeOpacity={0.55}
              />
              <path d={diamond(start, y)} fill="var(--written)" />
              <path
                d={entry.renewals
                  .map((at) => scale.x(at))
                  .filter((x) => x >= from && x <= to)
                  .map((x) => diamond(x, y))
                  .join("")}
                fill="var(--read)"
              />
              <text
                x={start - 8}
                y={y + 4}
                textAnchor="end"
                fontSize={10.5}
                fill="var(--mute)"
                fontFamily="var(--font-mono)"
              >
                {formatCount(entry.tokens)}
              </text>
              <text
                x={isInside ? end - 6 : end + 6}
                y={y + 4}
                textAnchor={isInside ? "end" : "start"}
                fontSize={11}
                fill="var(--mute)"
              >
                {cut ? `→ ${formatClock(entry.expiresAt)}` : `✕ ${formatClock(entry.expiresAt)}`}
              </text>
            </g>
          </g>
        );
      })}
    </Group>
  );
}

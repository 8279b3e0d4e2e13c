"use client";
/** While a gap is dragged: the moment at which the last entry ends, and what lies beyond it. */
import type { EntryLife } from "../../lib/timeline/simulate";
import { formatClock } from "../../lib/values/figures";
import { greatestOf } from "../../lib/values/long-lists";
import { useWords } from "../words/use-words";
import type { TimeScale } from "./time-scale";

interface TtlCliffProps {
  readonly entries: readonly EntryLife[];
  /** Request whose gap is dragged. */
  readonly request: number;
  /** Start of the request before it, in seconds. */
  readonly after: number;
  readonly scale: TimeScale;
  readonly top: number;
  readonly bottom: number;
}

/** When an entry ends if no request after `after` uses it again; null where it did not live then. */
export function endWithoutRenewal(
  { createdAt, renewals, expiresAt }: Pick<EntryLife, "createdAt" | "renewals" | "expiresAt">,
  after: number,
): number | null {
  if (createdAt > after) return null;
  const life = expiresAt - (renewals.at(-1) ?? createdAt);
  const lastUse = renewals.findLast((at) => at <= after) ?? createdAt;
  return lastUse + life;
}

export function TtlCliff({ entries, request, after, scale, top, bottom }: TtlCliffProps) {
  const { t } = useWords();
  const ends = entries
    .filter(({ createdBy }) => createdBy < request)
    .map((entry) => endWithoutRenewal(entry, after))
    .filter((end): end is number => end !== null);
  if (ends.length === 0) return null;
  const last = greatestOf(ends);
  const x = scale.x(last);
  return (
    <g pointerEvents="none" data-cliff={Math.round(last)}>
      <rect
        x={x}
        y={top}
        width={Math.max(0, scale.width - x)}
        height={bottom - top}
        fill="var(--bad)"
        opacity={0.07}
      />
      <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--bad)" strokeWidth={1.5} strokeDasharray="3 3" />
      <text x={x - 6} y={top - 6} textAnchor="end" fontSize={11} fill="var(--bad)">
        {t("timeline.entriesEndAt", { clock: formatClock(last) })}
      </text>
    </g>
  );
}

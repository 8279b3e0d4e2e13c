/** How long a pause may be for pings to pay at all, and which pauses of the scenario outlive an entry. */

import type { KeepAliveReport } from "../../lib/pipeline/keep-alive-report";
import { formatDuration, formatMany } from "../../lib/values/figures";
import { Hint } from "../ui/hint";

/** Pauses that are listed; the rest is counted. */
const LISTED = 8;

function writePauses(longPauses: readonly number[], life: number): string {
  const count = longPauses.length;
  const than = `longer than ${formatDuration(life)}`;
  if (count === 0) return `This scenario has no pause ${than}.`;
  const listed = longPauses
    .slice(0, LISTED)
    .map((pause) => formatDuration(Math.round(pause)))
    .join(", ");
  const more = count > LISTED ? ` and ${count - LISTED} more` : "";
  return `This scenario has ${formatMany(count, "pause")} ${than} (${listed}${more}).`;
}

export function KeepAliveHorizon({ report }: { report: KeepAliveReport }) {
  const { life, horizon, rates, longPauses } = report;
  return (
    <div className="space-y-0.5">
      {horizon === null ? (
        <p>How long a pause may be is not known: a price is missing.</p>
      ) : (
        <p>
          <Hint text="Life of an entry × (price of writing / price of reading − 1), prices per million tokens">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
            <span tabIndex={0} className="font-mono">
              {life} s × ({rates.written} / {rates.read} − 1) = {formatDuration(Math.round(horizon))}
            </span>
          </Hint>
          : beyond that, writing anew is cheaper than pinging.
        </p>
      )}
      <p>{writePauses(longPauses, life)}</p>
    </div>
  );
}

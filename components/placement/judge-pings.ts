/** What to learn from the replay with pings: which number is the cheapest, and whether it pays. */
import type { KeepAliveReport } from "../../lib/pipeline/keep-alive-report";
import { NOTHING } from "../../lib/placement/fold-ties";
import type { KeepAliveRow } from "../../lib/timeline/keep-alive";
import { formatPercent } from "../../lib/values/figures";
import { type Message, tell } from "../../lib/words/message";

/** The cheapest row, of equally cheap ones that with the fewest pings; null where a cost is unknown. */
export function findCheapest(rows: readonly KeepAliveRow[]): KeepAliveRow | null {
  let cheapest: KeepAliveRow | null = null;
  for (const row of rows) {
    if (row.cost === null) return null;
    if (!cheapest || row.cost < (cheapest.cost ?? 0) - NOTHING) cheapest = row;
  }
  return cheapest;
}

/** One sentence. */
export function judgePings({
  rows,
  longPauses,
  life,
}: Pick<KeepAliveReport, "rows" | "longPauses" | "life">): Message {
  const [without] = rows;
  const cheapest = findCheapest(rows);
  if (!without || without.cost === null || !cheapest || cheapest.cost === null) {
    return tell("placement.noPrice");
  }
  if (cheapest.pings > 0) {
    const share = formatPercent(1 - cheapest.cost / without.cost);
    return cheapest.pings === 1
      ? tell("placement.onePing", { share })
      : tell("placement.manyPings", { pings: cheapest.pings, share });
  }
  if (rows.every(({ read, written }) => read + written === 0)) {
    return tell("placement.pingsNothing");
  }
  return longPauses.length === 0
    ? tell("placement.pingsNoPause", { life: { seconds: life } })
    : tell("placement.pingsTooDear");
}

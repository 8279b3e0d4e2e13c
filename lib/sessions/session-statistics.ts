/** Figures of a whole session: how much was read, how often the same was written, what missed most dearly. */

import { mendReason } from "../reasons/kinds";
import type { BillShare, CostlyMiss, SessionRequest, SessionStatistics } from "./session-view";

/** Seconds that an entry of five minutes outlives. */
const LONG_GAP = 300;
const SHOWN_MISSES = 3;

type Judged = Omit<SessionRequest, "running">;

const figuresOf = ({ billed, predicted, reason }: Judged) =>
  reason.code === "failed" ? null : (billed ?? predicted);

function listCostliest(requests: readonly Judged[]): CostlyMiss[] {
  return requests
    .filter(({ lost }) => lost > 0)
    .sort((one, other) => (other.lostCost ?? 0) - (one.lostCost ?? 0) || other.lost - one.lost)
    .slice(0, SHOWN_MISSES)
    .map((request) => ({
      number: request.number,
      lane: request.lane,
      code: request.reason.code,
      tokens: request.lost,
      cost: request.lostCost,
      sentence: request.reason.sentence,
      mend: request.mend ?? mendReason(request.reason.code),
    }));
}

/** @param shares of the bill by kind of segment; null where unknown */
export function sumSession(
  requests: readonly Judged[],
  shares: readonly BillShare[] | null,
): SessionStatistics {
  const rows = requests.flatMap((request) => figuresOf(request) ?? []);
  const sum = (part: "prompt" | "read" | "written" | "uncached" | "completion"): number =>
    rows.reduce((total, row) => total + row[part], 0);
  const prompt = sum("prompt");
  const largestPrompt = rows.reduce((most, row) => Math.max(most, row.prompt), 0);
  return {
    answered: rows.length,
    read: sum("read"),
    written: sum("written"),
    uncached: sum("uncached"),
    completion: sum("completion"),
    hitRateByTokens: prompt > 0 ? sum("read") / prompt : null,
    hitRateByRequests: rows.length > 0 ? rows.filter(({ read }) => read > 0).length / rows.length : null,
    rewriteFactor: largestPrompt > 0 ? sum("written") / largestPrompt : null,
    largestPrompt,
    shares,
    longGaps: requests.flatMap(({ number, lane, gap }) =>
      gap !== null && gap > LONG_GAP ? [{ number, lane, seconds: gap }] : [],
    ),
    costliest: listCostliest(requests),
  };
}

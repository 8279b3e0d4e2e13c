/** The outcome of a request in a few words, and the whole row as one sentence. */

import type { Currency } from "../../lib/offers/offer";
import type { TurnView } from "../../lib/pipeline/analysis";
import { findCause, nameReason } from "../../lib/reasons/kinds";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock, formatCount, formatMoney } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { joinClauses, joinWithCommas, tellFigures } from "../timeline/join-said";
import { sayMiss } from "../timeline/miss-sign";

export interface Outcome {
  readonly text: Said;
  /** Where a sign says already that it is a miss. */
  readonly short: Said;
  readonly tone: "hit" | "miss" | "plain";
}

/** Why it missed, and how long before it the entry had ended, where that is why. */
function sayWhy({ at }: TurnView, { code }: Miss, end: number | null): Said {
  const why = nameReason(code);
  return code === "expired" && end !== null && end <= at
    ? tell("map.missLate", { why, time: { seconds: Math.round(at - end) } })
    : why;
}

function tellOutcome(turn: TurnView, miss: Miss | undefined, end: number | null): Outcome {
  const { ledger } = turn;
  const outcome = (text: Said, tone: Outcome["tone"]): Outcome => ({ text, short: text, tone });
  const read = formatCount(ledger.read);
  if (miss && ledger.read > 0)
    return outcome(tell("map.hitMissedMore", { read, why: nameReason(miss.code) }), "miss");
  if (miss) {
    const why = sayWhy(turn, miss, end);
    return { text: tell("map.miss", { why }), short: why, tone: "miss" };
  }
  if (ledger.read > 0) return outcome(tell("map.hit", { read }), "hit");
  const cause = findCause(ledger);
  if (cause?.code === "failed") return outcome(tell("map.refused"), "miss");
  if (cause) return outcome(nameReason(cause.code), "plain");
  return outcome(tell(ledger.written > 0 ? "map.firstWrite" : "map.nothingCached"), "plain");
}

/**
 * @param miss absent where the request read all that it could
 * @param end when the last entry written before it had ended; null where one lives
 */
export function writeOutcome(turn: TurnView, miss: Miss | undefined, end: number | null): Outcome {
  const outcome = tellOutcome(turn, miss, end);
  if (turn.kind !== "ping") return outcome;
  const text = tell("map.ping", { outcome: outcome.text });
  return { text, short: text, tone: outcome.tone };
}

/** What stands in the place of an outcome that the reader is to guess first. */
export const COVERED: Outcome = { text: tell("map.covered"), short: tell("map.covered"), tone: "plain" };

/** What a screen reader says of such a row. */
export const sayCoveredRow = ({ at }: TurnView, index: number): Said =>
  joinClauses([tell("map.rowAt", { number: index + 1, clock: formatClock(at) }), COVERED.text]);

/** What a screen reader says of a row. */
export function sayRow(
  turn: TurnView,
  index: number,
  outcome: Outcome,
  miss: Miss | undefined,
  currency: Currency,
): Said {
  const { at, kind, label, events, ledger, lane } = turn;
  const where = { number: index + 1, clock: formatClock(at) };
  return joinClauses([
    lane === undefined ? tell("map.rowAt", where) : tell("map.rowOfLane", { ...where, lane }),
    kind === "request" ? outcome.text : tell("map.labelled", { label, outcome: outcome.text }),
    tellFigures(ledger),
    ledger.cost === null ? tell("values.unknown") : formatMoney(ledger.cost, ledger.currency ?? currency),
    ...(events.length > 0 ? [tell("map.beforeIt", { events: joinWithCommas(events) })] : []),
    ...(miss ? [sayMiss(miss)] : []),
  ]);
}

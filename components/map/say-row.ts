/** The outcome of a request in a few words, and the whole row as one sentence. */

import type { LedgerRow } from "../../lib/bill/ledger";
import type { Currency } from "../../lib/offers/offer";
import type { TurnView } from "../../lib/pipeline/analysis";
import { findCause, nameReason } from "../../lib/reasons/kinds";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatClock, formatCount, formatDuration, formatMoney } from "../../lib/values/figures";
import { ENGLISH } from "../../lib/words/plain-words";
import { sayMiss } from "../timeline/miss-sign";

export interface Outcome {
  readonly text: string;
  readonly tone: "hit" | "miss" | "plain";
}

/** Seconds an entry had ended before the request, where that is why it missed; null where it is not. */
function idleBeyond(turn: TurnView, end: number | null): string {
  if (end === null || end > turn.at) return "";
  return ` ${formatDuration(Math.round(turn.at - end))} before`;
}

/**
 * @param miss absent where the request read all that it could
 * @param end when the last entry written before it had ended; null where one lives
 */
export function writeOutcome(turn: TurnView, miss: Miss | undefined, end: number | null): Outcome {
  const { ledger, kind } = turn;
  const read = formatCount(ledger.read);
  const ping = kind === "ping" ? "ping, " : "";
  if (miss) {
    const why = ENGLISH.say(nameReason(miss.code));
    const late = miss.code === "expired" ? idleBeyond(turn, end) : "";
    return ledger.read > 0
      ? { text: `${ping}hit ${read}, missed more: ${why}`, tone: "miss" }
      : { text: `${ping}miss: ${why}${late}`, tone: "miss" };
  }
  if (ledger.read > 0) return { text: `${ping}hit ${read}`, tone: "hit" };
  const cause = findCause(ledger);
  if (cause?.code === "failed") return { text: `${ping}refused`, tone: "miss" };
  if (cause) return { text: ping + ENGLISH.say(nameReason(cause.code)), tone: "plain" };
  return { text: `${ping}${ledger.written > 0 ? "first write" : "nothing cached"}`, tone: "plain" };
}

const KINDS = ["read", "written", "uncached", "completion"] as const;

export const listFigures = (ledger: LedgerRow): string =>
  KINDS.filter((kind) => ledger[kind] > 0)
    .map((kind) => `${formatCount(ledger[kind])} ${kind}`)
    .join(", ");

/** What a screen reader says of a row. */
export function sayRow(
  turn: TurnView,
  index: number,
  outcome: Outcome,
  miss: Miss | undefined,
  currency: Currency,
): string {
  const { at, kind, label, events, ledger, lane } = turn;
  return [
    `Request ${index + 1} at ${formatClock(at)}${lane === undefined ? "" : `, ${lane}`}`,
    kind === "request" ? outcome.text : `${label}, ${outcome.text}`,
    `${listFigures(ledger)} tokens`,
    formatMoney(ledger.cost, ledger.currency ?? currency),
    ...(events.length > 0 ? [`before it ${events.join(", ")}`] : []),
    ...(miss ? [sayMiss(miss)] : []),
  ].join("; ");
}

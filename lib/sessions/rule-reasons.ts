/** What the rules of the cache say of a miss whose words are the same: expired, parallel, out of reach, no marker. */

import type { LedgerRow, Reason, ReasonCode } from "../bill/ledger";
import { formatSeconds, formatTokens } from "../values/figures";
import type { SessionReason, SessionReasonCode } from "./session-view";

export interface RulePlace {
  readonly row: LedgerRow;
  /** Tokens that were read, as predicted. */
  readonly read: number;
  /** Seconds since the start of the request that it is judged against. */
  readonly gap: number;
  /** How sentences call that request. */
  readonly name: string;
}

const CODES: Partial<Record<ReasonCode, SessionReasonCode>> = {
  expired: "expired",
  not_yet_written: "parallel",
  beyond_lookback: "beyond_lookback",
  marker_dropped: "marker_dropped",
  below_minimum: "below_minimum",
  no_marker: "no_marker",
};

/** The ledger numbers the requests it plays; those of a session have numbers of their own. */
function sayReason({ code, message, tokens = 0 }: Reason, { gap, name, row }: RulePlace): string {
  const again = row.written > 0 ? " and was written again" : "";
  const what = tokens > 0 ? ` of ${formatTokens(tokens)}` : "";
  if (code === "expired") {
    return `The entry${what} had ended${again}: ${formatSeconds(Math.round(gap * 10) / 10)} had passed since ${name} began.`;
  }
  if (code === "not_yet_written") {
    return `It began before the request that writes the entry${what} had been answered, so both pay for it.`;
  }
  return message;
}

/** The most telling first. */
export function reasonsByRule(place: RulePlace): SessionReason[] {
  return place.row.reasons.flatMap((reason) => {
    const code = CODES[reason.code];
    return code ? [{ code, sentence: sayReason(reason, place) }] : [];
  });
}

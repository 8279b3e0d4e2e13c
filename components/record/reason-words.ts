/** Short names of the reasons, and whether one is good news. */
import type { SessionReasonCode, SessionRequest } from "../../lib/sessions/session-view";

const WORDS: Readonly<Record<SessionReasonCode, string>> = {
  hit: "read",
  first_write: "first write",
  own_prefix: "prefix of its own",
  tools_changed: "tools changed",
  system_changed: "system changed",
  messages_changed: "message changed",
  compacted: "compacted",
  rerendered: "written otherwise",
  model_changed: "model changed",
  expired: "expired",
  parallel: "in parallel",
  beyond_lookback: "beyond 20 blocks",
  marker_dropped: "marker dropped",
  no_marker: "no marker",
  below_minimum: "below the minimum",
  not_found: "not found",
  failed: "refused",
  unknown: "cannot be told",
};

export const nameReason = (code: SessionReasonCode): string => WORDS[code];

/** Bad is what was paid for again, or refused. */
export function judgeTone({
  reason,
  lost,
}: Pick<SessionRequest, "reason" | "lost">): "good" | "bad" | "plain" {
  if (reason.code === "failed" || lost > 0) return "bad";
  return reason.code === "hit" ? "good" : "plain";
}

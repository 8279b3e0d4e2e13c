/** Explains the markers of a request that came to nothing. */

import type { Reason, ReasonCode } from "../bill/ledger";
import type { MarkerStatus, ResolvedMarker } from "../layout/layout";

/** At most one reason a status: its first marker speaks for all. */
function explainStatus(markers: readonly ResolvedMarker[], status: MarkerStatus, code: ReasonCode): Reason[] {
  const [first, ...others] = markers.filter((marker) => marker.status === status);
  if (!first) return [];
  const more = others.length > 0 ? ` The same goes for ${others.length} more.` : "";
  return [
    { code, message: `${first.reason ?? "The marker takes no effect."}${more}`, pointer: first.pointer },
  ];
}

/**
 * Reasons for markers below the minimum and for dropped ones; for ignored ones only where nothing else takes effect,
 * since then they are why nothing is cached.
 * @param effective whether the request has a breakpoint at all
 */
export function explainMarkers(markers: readonly ResolvedMarker[], effective: boolean): Reason[] {
  const reasons = [
    ...explainStatus(markers, "too-short", "below_minimum"),
    ...explainStatus(markers, "dropped", "marker_dropped"),
  ];
  if (effective || reasons.length > 0) return reasons;
  const [ignored] = explainStatus(markers, "ignored", "no_marker");
  return [
    {
      ...(ignored ?? { code: "no_marker" }),
      message:
        `No marker takes effect, so nothing is read or written; the implicit cache is left out too. ${ignored?.message ?? ""}`.trim(),
    },
  ];
}

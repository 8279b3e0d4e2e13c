/** The markers of a request as they were sent, and what became of each. */
import type { SessionMarker } from "../../lib/sessions/session-view";
import { formatCount } from "../../lib/values/figures";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";

const STATUSES = {
  effective: "recordFigures.markerEffective",
  merged: "recordFigures.markerMerged",
  dropped: "recordFigures.markerDropped",
  ignored: "recordFigures.markerIgnored",
  "too-short": "recordFigures.markerTooShort",
} as const;

/** @param isSession the session cache was asked for: its breakpoint is the service's own */
export function SentMarkers({
  markers,
  isSession,
}: {
  markers: readonly SessionMarker[];
  isSession: boolean;
}) {
  const { t, say } = useWords();
  return (
    <section aria-label={t("recordFigures.itsMarkers")}>
      <h3 className="font-semibold">
        {markers.length === 0
          ? t("recordFigures.noMarkers")
          : t("recordFigures.markersEffective", {
              count: markers.length,
              effective: String(markers.filter(({ status }) => status === "effective").length),
            })}
      </h3>
      {isSession && <p className="mt-1">{t("recordFigures.sessionBreakpoint")}</p>}
      <ul className="mt-1 space-y-1">
        {markers.map(({ pointer, prefix, status, reason }) => (
          <li key={pointer} className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-mono text-xs break-all">{pointer}</code>
            <Tag>{t(STATUSES[status])}</Tag>
            {prefix !== null && (
              <span className="font-mono text-xs text-mute">
                {t("recordFigures.tokens", { count: formatCount(prefix) })}
              </span>
            )}
            {reason && <span className="basis-full text-mute">{say(reason)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

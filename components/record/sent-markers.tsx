/** The markers of a request as they were sent, and what became of each. */
import type { SessionMarker } from "../../lib/sessions/session-view";
import { formatCount, formatMany } from "../../lib/values/figures";
import { Tag } from "../ui/tag";

export function SentMarkers({ markers }: { markers: readonly SessionMarker[] }) {
  return (
    <section aria-label="Its markers">
      <h3 className="font-semibold">
        {markers.length === 0
          ? "No markers"
          : `${formatMany(markers.length, "marker")}, ${
              markers.filter(({ status }) => status === "effective").length
            } effective`}
      </h3>
      <ul className="mt-1 space-y-1">
        {markers.map(({ pointer, prefix, status, reason }) => (
          <li key={pointer} className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-mono text-xs break-all">{pointer}</code>
            <Tag>{status}</Tag>
            {prefix !== null && (
              <span className="font-mono text-xs text-mute">{formatCount(prefix)} tokens</span>
            )}
            {reason && <span className="basis-full text-mute">{reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The requests that failed, alike ones together, each with what mends it. */
import type { FailedRequests as Failed } from "../../lib/sessions/list-failures";
import { formatMany } from "../../lib/values/figures";
import { Tag } from "../ui/tag";

/** So many are shown; more of them say the same. */
const SHOWN = 6;

export function FailedRequests({ failures }: { failures: readonly Failed[] }) {
  const sum = failures.reduce((total, { times }) => total + times, 0);
  return (
    <section
      aria-labelledby="failed-requests"
      className="rounded-lg border border-line border-l-4 border-l-bad bg-panel p-4"
    >
      <h2 id="failed-requests" className="font-semibold">
        {formatMany(sum, "request")} failed
      </h2>
      <ul className="mt-2 space-y-3">
        {failures.slice(0, SHOWN).map(({ number, method, path, status, times, sentence, mend, isAside }) => (
          <li key={number} data-failed={number}>
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Tag>{status}</Tag>
              <code className="font-mono text-xs break-all">
                {method} {path}
              </code>
              <span className="text-xs text-mute">
                {times > 1 ? `${times} times, first request ${number}` : `request ${number}`}
              </span>
            </p>
            <p className="mt-0.5 break-words text-mute">{sentence}</p>
            {mend && (
              <p className="mt-0.5">
                <span className="font-medium">Mend:</span> {mend}
              </p>
            )}
            {isAside && !mend && <p className="mt-0.5 text-mute">Most clients do without it.</p>}
          </li>
        ))}
      </ul>
      {failures.length > SHOWN && (
        <p className="mt-2 text-mute">And {formatMany(failures.length - SHOWN, "other kind")} of failure.</p>
      )}
    </section>
  );
}

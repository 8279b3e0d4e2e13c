/** The requests that failed, alike ones together, each with what mends it. */
import type { FailedRequests as Failed } from "../../lib/sessions/list-failures";
import { Tag } from "../ui/tag";
import { type Drawers, useWords } from "../words/use-words";

/** So many are shown; more of them say the same. */
const SHOWN = 6;

const DRAWERS: Drawers = { b: (pieces) => <span className="font-medium">{pieces}</span> };

export function FailedRequests({ failures }: { failures: readonly Failed[] }) {
  const { t, say, rich } = useWords();
  const sum = failures.reduce((total, { times }) => total + times, 0);
  return (
    <section
      aria-labelledby="failed-requests"
      className="rounded-lg border border-line border-l-4 border-l-bad bg-panel p-4"
    >
      <h2 id="failed-requests" className="font-semibold">
        {t("recordFigures.failed", { count: sum })}
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
                {times > 1
                  ? t("recordFigures.timesFirst", { times: String(times), number: String(number) })
                  : t("recordFigures.requestLower", { number: String(number) })}
              </span>
            </p>
            <p className="mt-0.5 break-words text-mute">{say(sentence)}</p>
            {mend && <p className="mt-0.5">{rich("recordFigures.mend", DRAWERS, { mend })}</p>}
            {isAside && !mend && <p className="mt-0.5 text-mute">{t("recordFigures.doWithout")}</p>}
          </li>
        ))}
      </ul>
      {failures.length > SHOWN && (
        <p className="mt-2 text-mute">{t("recordFigures.otherKinds", { count: failures.length - SHOWN })}</p>
      )}
    </section>
  );
}

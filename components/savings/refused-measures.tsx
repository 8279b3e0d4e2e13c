"use client";
/** The measures that change nothing here, each with its reason. */
import type { RefusedMeasure } from "../../lib/savings/report-savings";
import { useWords } from "../words/use-words";

export function RefusedMeasures({ refused }: { readonly refused: readonly RefusedMeasure[] }) {
  const { t, say } = useWords();
  if (refused.length === 0) return null;
  return (
    <details className="text-xs text-mute">
      <summary className="w-fit cursor-pointer hover:underline">
        {t("savings.refused", { count: refused.length })}
      </summary>
      <dl className="grid gap-x-3 gap-y-0.5 pt-1 sm:grid-cols-[auto_1fr]">
        {refused.map(({ id, title, why }) => (
          <div key={id} className="contents">
            <dt className="text-ink">{say(title)}</dt>
            <dd>{say(why)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

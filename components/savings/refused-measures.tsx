/** The measures that change nothing here, each with its reason. */
import type { RefusedMeasure } from "../../lib/savings/report-savings";
import { formatMany } from "../../lib/values/figures";

export function RefusedMeasures({ refused }: { readonly refused: readonly RefusedMeasure[] }) {
  if (refused.length === 0) return null;
  return (
    <details className="text-xs text-mute">
      <summary className="w-fit cursor-pointer hover:underline">
        {formatMany(refused.length, "measure")} that {refused.length === 1 ? "does" : "do"} not apply here,
        and why
      </summary>
      <dl className="grid gap-x-3 gap-y-0.5 pt-1 sm:grid-cols-[auto_1fr]">
        {refused.map(({ id, title, why }) => (
          <div key={id} className="contents">
            <dt className="text-ink">{title}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

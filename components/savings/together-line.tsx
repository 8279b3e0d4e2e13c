"use client";
/** The headline: what the measures of the cache save together, to be chosen or done in one act. */
import type { SavingsReport } from "../../lib/savings/report-savings";
import { formatMany, formatMoney } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { CONVERSATIONS, saySignedShare } from "./say-saving";
import type { SavingActs } from "./use-saving-acts";

interface TogetherLineProps extends SavingActs {
  readonly report: SavingsReport;
  readonly onChoose: (ids: readonly string[]) => void;
}

export function TogetherLine({ report, onChoose, onPreview, onTake }: TogetherLineProps) {
  const { together, before, currency } = report;
  if (!together || !before.cost || together.totals.cost === null) return null;
  const { measures, totals, change } = together;
  const name = formatMany(measures.length, "measure");
  const perThousand = (cost: number | null): string =>
    formatMoney(cost === null ? null : cost * CONVERSATIONS, currency);
  const show = (): void => onPreview(name, change);
  const hide = (): void => onPreview(name, null);
  return (
    <section
      aria-label="Best for the cache"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-raised px-3 py-2"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      <p className="font-mono text-xl font-semibold text-accent" data-headline>
        {saySignedShare(together.totals.cost / before.cost - 1)}
      </p>
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <span className="font-medium">{name} of the cache together</span>{" "}
          <span className="font-mono text-xs text-mute">
            {perThousand(before.cost)} → {perThousand(totals.cost)}
          </span>
        </p>
        <ol className="flex flex-wrap gap-x-3 text-xs text-mute">
          {measures.map(({ id, title }, index) => (
            <li key={id}>
              {index + 1}. {title}
            </li>
          ))}
        </ol>
      </div>
      <div className="flex gap-2">
        <Button className="text-xs" onClick={() => onChoose(measures.map(({ id }) => id))}>
          Choose these
        </Button>
        <Button
          look="main"
          className="text-xs"
          onClick={() => onTake(change, `Done: ${name} taken together.`)}
        >
          Do all {measures.length}
        </Button>
      </div>
    </section>
  );
}

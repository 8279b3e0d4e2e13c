/** The figures at the head of a recording: requests, bill, saving, hit rate, and what the best markers would have cost. */
import type { ReactNode } from "react";
import type { SessionView } from "../../lib/sessions/session-view";
import { formatCount, formatMoney, formatPercent } from "../../lib/values/figures";
import { useWords } from "../words/use-words";

interface FigureProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly more: ReactNode;
  /** For what reads the page by name. */
  readonly id: string;
}

export function Figure({ name, value, more, id }: FigureProps) {
  return (
    <div className="min-w-36 flex-1 bg-panel px-4 py-3">
      <dt className="text-xs text-mute">{name}</dt>
      <dd className="mt-0.5 font-mono text-lg leading-6 font-semibold tracking-tight" data-figure={id}>
        {value}
      </dd>
      <dd className="mt-0.5 text-xs text-mute">{more}</dd>
    </div>
  );
}

const share = (value: number | null): string => (value === null ? "–" : formatPercent(value));

export function SessionFigures({ view, children }: { view: SessionView; children: ReactNode }) {
  const { t } = useWords();
  const { cost, costWithoutCache, currency, statistics, requests, others } = view;
  const { answered, read, written, uncached, hitRateByTokens, hitRateByRequests } = statistics;
  const saving = cost !== null && costWithoutCache ? 1 - cost / costWithoutCache : null;
  const money = (amount: number | null): string =>
    amount === null ? t("values.unknown") : formatMoney(amount, currency ?? "USD");
  const rest = requests.length - answered;
  const known = requests.reduce((sum, request) => sum + (request.cost ?? 0), 0);
  return (
    <dl
      aria-label={t("recordFigures.figures")}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line-soft sm:flex sm:flex-wrap max-sm:[&>:last-child]:col-span-2"
    >
      <Figure
        id="requests"
        name={t("recordFigures.requests")}
        value={formatCount(requests.length)}
        more={t("recordFigures.inputTokens", {
          tokens: formatCount(read + written + uncached),
          rest,
          others,
        })}
      />
      <Figure
        id="bill"
        name={t("recordFigures.billSoFar")}
        value={cost === null && currency !== null ? `≥ ${money(known)}` : money(cost)}
        more={
          cost === null
            ? t("recordFigures.someCostUnknown")
            : t("recordFigures.withoutCache", { cost: money(costWithoutCache) })
        }
      />
      <Figure
        id="saving"
        name={t(
          saving !== null && saving < 0 ? "recordFigures.moreThanWithout" : "recordFigures.savedAgainst",
        )}
        value={
          saving === null ? (
            "–"
          ) : (
            <span className={saving >= 0 ? "text-read-ink" : "text-bad"}>
              {formatPercent(Math.abs(saving))}
            </span>
          )
        }
        more={
          saving === null || cost === null || costWithoutCache === null
            ? t("recordFigures.priceUnknown")
            : t(saving >= 0 ? "recordFigures.less" : "recordFigures.more", {
                amount: money(Math.abs(costWithoutCache - cost)),
              })
        }
      />
      <Figure
        id="hit-rate"
        name={t("recordFigures.hitRate")}
        value={share(hitRateByTokens)}
        more={t("recordFigures.hitRateMore", { share: share(hitRateByRequests) })}
      />
      {children}
    </dl>
  );
}

"use client";
/** What a walk comes to: money, the warm share by formula and by walks, and what mending a layer saves. */
import Link from "next/link";
import type { ReactNode } from "react";
import { addSteps, type Mend } from "../../lib/layers/layer-answers";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import type { Step } from "../../lib/layers/walk";
import { uniformWarmShare } from "../../lib/layers/warm-share";
import { formatColumn, formatMoney, formatNumber, formatPercent } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

const Figure = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-3 py-0.5">
    <dt className="text-mute">{name}</dt>
    <dd className="text-right tabular-nums">{children}</dd>
  </div>
);

const heading = "text-sm font-semibold";

interface LayerAnswersProps {
  readonly steps: readonly Step[];
  readonly mends: readonly Mend[];
  /** Warm shares, 0 to 1; null where there is no chance in it. */
  readonly expected: number | null;
  readonly average: number;
  readonly walks: number;
  readonly onMend: (settings: LayerSettings) => void;
}

/** What it saves and by how many times the bill is smaller, or what it costs. */
function saySaved(
  { saves, totals: { cost } }: Mend,
  write: (amount: number | null) => string,
  { t }: Words,
): string {
  if (saves === null || cost === null) return t("layers.priceUnknown");
  // Sums of the same amounts in another order differ in their last digit.
  if (Math.abs(saves) < 1e-12) return t("layers.savesNothing");
  if (saves < 0) return t("layers.costsMore", { amount: write(-saves) });
  const amount = write(saves);
  if (cost <= 0) return t("layers.saves", { amount });
  return t("layers.savesTimes", { amount, times: ((cost + saves) / cost).toFixed(2) });
}

function MendList({ mends, onMend }: Pick<LayerAnswersProps, "mends" | "onMend">) {
  const words = useWords();
  const { t, say } = words;
  const write = formatColumn(
    mends.map(({ saves }) => saves),
    "USD",
  );
  if (mends.length === 0) return <p className="text-mute">{t("layers.nothingLost")}</p>;
  return (
    <ul className="divide-y divide-line-soft">
      {mends.map((mend) => (
        <li key={mend.id} className="flex items-center gap-2 py-1.5">
          <div className="min-w-0 flex-1">
            <p>{say(mend.name)}</p>
            <p className="text-xs tabular-nums">
              {saySaved(mend, write, words)}
              <span className="text-mute">
                {" · "}
                <span className="whitespace-nowrap">
                  {t("layers.warm", { share: formatPercent(mend.totals.warmShare) })}
                </span>
              </span>
            </p>
          </div>
          <Button
            className="text-xs"
            aria-label={t("layers.doItNamed", { name: mend.name })}
            onClick={() => onMend(mend.settings)}
          >
            {t("layers.doIt")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Between two warm shares: less is chance. */
const NOTICED = 0.015;

/** Caches that the same requests could be scattered over. */
const SPREADS = [1, 2, 4, 8];

/** What the formula says of so many requests that all begin alike. */
function SpreadTable({ calls }: { readonly calls: number }) {
  const { t } = useWords();
  return (
    <table className="mt-1.5 w-full text-right text-xs tabular-nums">
      <caption className="text-left text-mute">
        {calls === 1 ? t("layers.spreadOne") : t("layers.spreadMany", { count: calls })}
      </caption>
      <thead>
        <tr className="text-mute">
          {SPREADS.map((caches) => (
            <th key={caches} scope="col" className="font-normal">
              {t("layers.caches", { count: caches })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {SPREADS.map((caches) => (
            <td key={caches}>{formatPercent(uniformWarmShare(caches, calls))}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Of costs that are known and no gift, by how many times the dearest is above the cheapest; null for fewer than two. */
function spreadOf(steps: readonly Step[]): string | null {
  const costs = steps.flatMap(({ cost }) => (cost === null || cost <= 0 ? [] : [cost]));
  if (costs.length < 2) return null;
  return `${formatNumber(Math.round((Math.max(...costs) / Math.min(...costs)) * 10) / 10)}×`;
}

export function LayerAnswers(props: LayerAnswersProps) {
  const { t, gap } = useWords();
  const { steps, mends, expected, average, walks, onMend } = props;
  const { cost, costWithoutCache, read, reachable, reported, warmShare, prompt } = addSteps(steps);
  const writeMoney = (amount: number | null): string =>
    amount === null ? t("values.unknown") : formatMoney(amount, "USD");
  const spread = spreadOf(steps);
  const coldSpread = spreadOf(steps.filter((step) => step.read === 0));
  return (
    <section
      aria-label={t("layers.answers")}
      className="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-panel px-3 py-3 text-sm"
    >
      <div>
        <h2 className={heading}>{t("layers.comesTo")}</h2>
        <dl className="mt-1">
          <Figure name={t("layers.allRequests")}>
            <strong>{writeMoney(cost)}</strong>
          </Figure>
          <Figure name={t("layers.withoutCache")}>{writeMoney(costWithoutCache)}</Figure>
          {spread && <Figure name={t("layers.dearest")}>{spread}</Figure>}
          {coldSpread && <Figure name={t("layers.dearestCold")}>{coldSpread}</Figure>}
          <Figure name={t("layers.read")}>
            {t("layers.readOf", { read: formatNumber(read), prompt: formatNumber(prompt) })}
          </Figure>
          <Figure name={t("layers.oneCache")}>{formatNumber(reachable)}</Figure>
        </dl>
        {reported !== read && (
          <p className="mt-1.5 text-xs text-warn">
            {t("layers.usageSays", { reported: formatNumber(reported) })}
          </p>
        )}
        <p className="mt-1.5 text-xs">
          <Link href="/audit" className="font-medium text-accent hover:underline">
            {t("layers.audit")}
          </Link>
          {gap}
          <span className="text-mute">{t("layers.auditWith")}</span>
        </p>
      </div>
      <div>
        <h2 className={heading}>{t("layers.warmRequests")}</h2>
        <dl className="mt-1">
          <Figure name={t("layers.thisWalk")}>{formatPercent(warmShare)}</Figure>
          <Figure name={t("layers.meanOf", { walks: formatNumber(walks) })}>{formatPercent(average)}</Figure>
          <Figure name={t("layers.byFormula")}>
            {expected === null ? t("layers.nothingDrawn") : formatPercent(expected)}
          </Figure>
        </dl>
        <p className="mt-1 text-xs text-mute">{t("layers.formula")}</p>
        {expected !== null && Math.abs(expected - average) > NOTICED && (
          <p className="mt-1 text-xs text-mute">{t("layers.walksKnowMore")}</p>
        )}
        <SpreadTable calls={steps.length} />
      </div>
      <div>
        <h2 className={heading}>{t("layers.pinningSaves")}</h2>
        <div className="mt-1">
          <MendList mends={mends} onMend={onMend} />
        </div>
      </div>
    </section>
  );
}

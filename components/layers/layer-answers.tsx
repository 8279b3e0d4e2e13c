"use client";
/** What a walk comes to: money, the warm share by formula and by walks, what mending a layer saves, and time as a band. */
import Link from "next/link";
import type { ReactNode } from "react";
import { findArchitecture } from "../../lib/layers/kv-bytes";
import { addSteps, type Mend } from "../../lib/layers/layer-answers";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import { estimateSavedTime, LATENCY_FITS, savedPrefill } from "../../lib/layers/prefill";
import type { Step } from "../../lib/layers/walk";
import { formatColumn, formatMoney, formatNumber, formatPercent } from "../../lib/values/figures";
import { Button } from "../ui/button";

const Figure = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-3 py-0.5">
    <dt className="text-mute">{name}</dt>
    <dd className="text-right tabular-nums">{children}</dd>
  </div>
);

const heading = "text-sm font-semibold";

interface LayerAnswersProps {
  readonly steps: readonly Step[];
  readonly settings: LayerSettings;
  readonly mends: readonly Mend[];
  /** Warm shares, 0 to 1; null where there is no chance in it. */
  readonly expected: number | null;
  readonly average: number;
  readonly walks: number;
  readonly onMend: (settings: LayerSettings) => void;
}

function saySaved(saves: number | null, write: (amount: number | null) => string): string {
  if (saves === null) return "price unknown";
  // Sums of the same amounts in another order differ in their last digit.
  if (Math.abs(saves) < 1e-12) return "saves nothing";
  return saves < 0 ? `costs ${write(-saves)} more` : `saves ${write(saves)}`;
}

function MendList({ mends, onMend }: Pick<LayerAnswersProps, "mends" | "onMend">) {
  const write = formatColumn(
    mends.map(({ saves }) => saves),
    "USD",
  );
  if (mends.length === 0)
    return <p className="text-mute">Every layer keeps requests together: nothing is lost on the way.</p>;
  return (
    <ul className="divide-y divide-line-soft">
      {mends.map(({ id, name, settings, saves, totals }) => (
        <li key={id} className="py-1.5">
          <p>{name}</p>
          <p className="flex items-center gap-2 text-xs">
            <span className="text-mute tabular-nums">{formatPercent(totals.warmShare)} warm</span>
            <span className="ml-auto text-right tabular-nums">{saySaved(saves, write)}</span>
            <Button className="text-xs" aria-label={`Do it: ${name}`} onClick={() => onMend(settings)}>
              Do it
            </Button>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Mean of each end over the requests that are billed. */
function bandOf(steps: readonly Step[]): string {
  const bands = steps.map(({ read, prompt }) => estimateSavedTime(read, prompt));
  const mean = (end: "low" | "high") =>
    bands.reduce((sum, band) => sum + band[end], 0) / Math.max(1, bands.length);
  const [low, high] = [formatPercent(mean("low")), formatPercent(mean("high"))];
  return low === high ? low : `${low} to ${high}`;
}

export function LayerAnswers(props: LayerAnswersProps) {
  const { steps, settings, mends, expected, average, walks, onMend } = props;
  const { cost, costWithoutCache, read, reachable, reported, warmShare, prompt } = addSteps(steps);
  const costs = steps.flatMap((step) => (step.cost === null || step.cost <= 0 ? [] : [step.cost]));
  const spread = Math.max(...costs) / Math.min(...costs);
  const saved = savedPrefill(findArchitecture(settings.model.architecture), steps);
  return (
    <section
      aria-label="Answers"
      className="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-panel px-3 py-3 text-sm"
    >
      <div>
        <h2 className={heading}>What it comes to</h2>
        <dl className="mt-1">
          <Figure name="All requests">
            <strong>{formatMoney(cost, "USD")}</strong>
          </Figure>
          <Figure name="Without a cache, same vendors">{formatMoney(costWithoutCache, "USD")}</Figure>
          {costs.length > 1 && (
            <Figure name="Dearest to cheapest">{formatNumber(Math.round(spread * 10) / 10)}×</Figure>
          )}
          <Figure name="Read">
            {formatNumber(read)} of {formatNumber(prompt)}
          </Figure>
          <Figure name="One cache for all would read">{formatNumber(reachable)}</Figure>
        </dl>
        {reported !== read && (
          <p className="mt-1.5 text-xs text-warn">
            The usage says {formatNumber(reported)}: trust what a cold and a warm call cost, not the field.
          </p>
        )}
        <p className="mt-1.5 text-xs">
          <Link href="/audit" className="font-medium text-accent hover:underline">
            Audit an endpoint
          </Link>{" "}
          <span className="text-mute">with cold and warm calls</span>
        </p>
      </div>
      <div>
        <h2 className={heading}>Requests that meet a warm cache</h2>
        <dl className="mt-1">
          <Figure name="This walk">{formatPercent(warmShare)}</Figure>
          <Figure name={`Mean of ${formatNumber(walks)} walks`}>{formatPercent(average)}</Figure>
          <Figure name="By formula">
            {expected === null ? "nothing is drawn" : formatPercent(expected)}
          </Figure>
        </dl>
        <p className="mt-1 text-xs text-mute">
          1 − Σ (1 − (1 − p)ⁿ) / n: of n requests one for each cache is cold, as far as the cache is met at
          all. Over k caches by chance p is 1 / k.
        </p>
      </div>
      <div>
        <h2 className={heading}>What pinning saves</h2>
        <div className="mt-1">
          <MendList mends={mends} onMend={onMend} />
        </div>
      </div>
      <div>
        <h2 className={heading}>Time</h2>
        <dl className="mt-1">
          <Figure name="To the first token, hosted">{bandOf(steps)} less</Figure>
          <Figure name="Prefill on your own hardware">{formatPercent(saved)} less</Figure>
        </dl>
        <p className="mt-1 text-xs text-mute">
          An estimate without network and queue: the band lies between what was measured of{" "}
          {LATENCY_FITS.map(({ name, source }, order) => (
            <span key={name}>
              {order > 0 && " and "}
              <a href={source} className="underline">
                {name}
              </a>
            </span>
          ))}
          . Time is saved where nothing is taken off the price, too.
        </p>
      </div>
    </section>
  );
}

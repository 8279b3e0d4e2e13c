"use client";
/** What a walk comes to: money, the warm share by formula and by walks, and what mending a layer saves. */
import Link from "next/link";
import type { ReactNode } from "react";
import { addSteps, type Mend } from "../../lib/layers/layer-answers";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import type { Step } from "../../lib/layers/walk";
import { uniformWarmShare } from "../../lib/layers/warm-share";
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
  readonly mends: readonly Mend[];
  /** Warm shares, 0 to 1; null where there is no chance in it. */
  readonly expected: number | null;
  readonly average: number;
  readonly walks: number;
  readonly onMend: (settings: LayerSettings) => void;
}

/** What it saves and by how many times the bill is smaller, or what it costs. */
function saySaved({ saves, totals: { cost } }: Mend, write: (amount: number | null) => string): string {
  if (saves === null || cost === null) return "price unknown";
  // Sums of the same amounts in another order differ in their last digit.
  if (Math.abs(saves) < 1e-12) return "saves nothing";
  if (saves < 0) return `costs ${write(-saves)} more`;
  return `saves ${write(saves)}${cost > 0 ? `, ${((cost + saves) / cost).toFixed(2)}× less` : ""}`;
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
      {mends.map((mend) => (
        <li key={mend.id} className="flex items-center gap-2 py-1.5">
          <div className="min-w-0 flex-1">
            <p>{mend.name}</p>
            <p className="text-xs tabular-nums">
              {saySaved(mend, write)}
              <span className="text-mute">
                {" · "}
                <span className="whitespace-nowrap">{formatPercent(mend.totals.warmShare)} warm</span>
              </span>
            </p>
          </div>
          <Button
            className="text-xs"
            aria-label={`Do it: ${mend.name}`}
            onClick={() => onMend(mend.settings)}
          >
            Do it
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
  return (
    <table className="mt-1.5 w-full text-right text-xs tabular-nums">
      <caption className="text-left text-mute">
        {calls === 1 ? "One request" : `${formatNumber(calls)} requests that begin alike`}, by chance over
      </caption>
      <thead>
        <tr className="text-mute">
          {SPREADS.map((caches) => (
            <th key={caches} scope="col" className="font-normal">
              {caches} {caches === 1 ? "cache" : "caches"}
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
  const { steps, mends, expected, average, walks, onMend } = props;
  const { cost, costWithoutCache, read, reachable, reported, warmShare, prompt } = addSteps(steps);
  const spread = spreadOf(steps);
  const coldSpread = spreadOf(steps.filter((step) => step.read === 0));
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
          {spread && <Figure name="Dearest to cheapest">{spread}</Figure>}
          {coldSpread && <Figure name="Dearest to cheapest cold">{coldSpread}</Figure>}
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
        {expected !== null && Math.abs(expected - average) > NOTICED && (
          <p className="mt-1 text-xs text-mute">
            Walks know more than the formula: what a memory drops, when a route ends, and layers that go in
            turn below others.
          </p>
        )}
        <SpreadTable calls={steps.length} />
      </div>
      <div>
        <h2 className={heading}>What pinning saves</h2>
        <div className="mt-1">
          <MendList mends={mends} onMend={onMend} />
        </div>
      </div>
    </section>
  );
}

"use client";
/** Time: what reads spare of the prefill, and seconds to the first token as bands, rented and on one's own GPUs. */
import {
  averageFirstTokens,
  estimateOwn,
  estimateRented,
  type FirstTokens,
  findGpu,
  MEASURED_PREFILL,
  MEASURED_SERVICES,
  measuredUse,
} from "../../lib/layers/first-token";
import { findArchitecture } from "../../lib/layers/kv-bytes";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import { type Band, estimateSavedTime, LATENCY_FITS, savedPrefill } from "../../lib/layers/prefill";
import type { Step } from "../../lib/layers/walk";
import { formatNumber, formatPercent } from "../../lib/values/figures";

/** Two digits: more would say that it is known. */
const writeSeconds = (seconds: number): string => `${Number(seconds.toPrecision(2))}`;

function sayBand({ low, high }: Band): string {
  const [from, to] = [writeSeconds(low), writeSeconds(high)];
  return `${from} to ${to} s`;
}

/** Operations in 10¹². */
const writeOperations = (operations: number): string =>
  formatNumber(Number((operations / 1e12).toPrecision(3)));

function BandBar({ band, most, isWalked }: { band: Band; most: number; isWalked: boolean }) {
  const left = (band.low / most) * 100;
  const width = Math.max(0.8, ((band.high - band.low) / most) * 100);
  return (
    <span className="relative block h-2 rounded-sm bg-line-soft">
      <span
        className={`absolute inset-y-0 rounded-sm ${isWalked ? "bg-mute" : "border border-mute"}`}
        style={{ left: `${left}%`, width: `${width}%` }}
      />
    </span>
  );
}

function Pair({ name, times, most }: { name: string; times: FirstTokens; most: number }) {
  const rows = [
    { label: "nothing read", band: times.cold, isWalked: false },
    { label: "as walked", band: times.walked, isWalked: true },
  ];
  return (
    <div>
      <h3 className="text-xs font-medium">{name}</h3>
      <dl className="mt-0.5 text-xs">
        {rows.map(({ label, band, isWalked }) => (
          <div key={label} className="flex items-center gap-2 py-0.5">
            <dt className="w-20 shrink-0 text-mute">{label}</dt>
            <dd aria-hidden className="min-w-0 flex-1">
              <BandBar band={band} most={most} isWalked={isWalked} />
            </dd>
            <dd className="w-24 shrink-0 text-right tabular-nums">{sayBand(band)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Mean of each end over the requests. */
function sayShares(steps: readonly Step[]): string {
  const bands = steps.map(({ read, prompt }) => estimateSavedTime(read, prompt));
  const mean = (end: "low" | "high") =>
    bands.reduce((sum, band) => sum + band[end], 0) / Math.max(1, bands.length);
  const [low, high] = [formatPercent(mean("low")), formatPercent(mean("high"))];
  return low === high ? low : `${low} to ${high}`;
}

const Sources = ({ of }: { readonly of: readonly { readonly name: string; readonly source: string }[] }) =>
  of.map(({ name, source }, order) => (
    <span key={name}>
      {order > 0 && " and "}
      <a href={source} className="underline">
        {name}
      </a>
    </span>
  ));

interface TimePanelProps {
  readonly steps: readonly Step[];
  readonly settings: LayerSettings;
}

const note = "mt-1 text-xs text-mute";

export function TimePanel({ steps, settings: { model, hardware } }: TimePanelProps) {
  const architecture = findArchitecture(model.architecture);
  const rented = averageFirstTokens(steps, estimateRented);
  const own = averageFirstTokens(steps, (read, prompt) => estimateOwn(architecture, hardware, read, prompt));
  if (!rented || !own) return null;
  const use = measuredUse();
  const gpu = findGpu(hardware.gpu);
  const prefill = savedPrefill(architecture, steps);
  return (
    <section aria-label="Time" className="rounded-lg border border-line bg-panel px-3 py-3 text-sm">
      <h2 className="text-sm font-semibold">Time to the first token</h2>
      <p className={note}>
        Mean over the requests; estimates without network and queue. Time is saved where nothing is taken off
        the price, too.
      </p>
      <div className="mt-2 grid gap-x-6 gap-y-3 @5xl:grid-cols-2">
        <div>
          <Pair name="Rented" times={rented} most={rented.cold.high} />
          <p className={note}>
            {sayShares(steps)} less. Lengths as measured by <Sources of={MEASURED_SERVICES} />, shares by{" "}
            <Sources of={LATENCY_FITS} />.
          </p>
        </div>
        <div>
          <Pair
            name={`${architecture.name} on ${hardware.count} × ${gpu.name}`}
            times={own}
            most={own.cold.high}
          />
          <p className={note}>
            {writeOperations(prefill.all - prefill.saved)} of {writeOperations(prefill.all)} TFLOP of prefill
            are computed, {formatPercent(prefill.share)} are saved by reads; at {formatPercent(use.low)} to{" "}
            {formatPercent(use.high)} of what{" "}
            <a href={gpu.source} className="underline">
              the GPU
            </a>{" "}
            can do, as <Sources of={[MEASURED_PREFILL]} /> came to.
          </p>
        </div>
      </div>
    </section>
  );
}

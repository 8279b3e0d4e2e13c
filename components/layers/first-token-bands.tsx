"use client";
/** Seconds to the first token, each as a band on one axis: rented and on one's own GPUs, without reads and as walked. */
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
import { type Band, estimateSavedTime, LATENCY_FITS } from "../../lib/layers/prefill";
import type { Step } from "../../lib/layers/walk";
import { formatPercent } from "../../lib/values/figures";

/** Two digits: more would say that it is known. */
const writeSeconds = (seconds: number): string => `${Number(seconds.toPrecision(2))}`;

function sayBand({ low, high }: Band): string {
  const [from, to] = [writeSeconds(low), writeSeconds(high)];
  return `${from} to ${to} s`;
}

function BandBar({ band, most, isWalked }: { band: Band; most: number; isWalked: boolean }) {
  const left = (band.low / most) * 100;
  const width = Math.max(0.8, ((band.high - band.low) / most) * 100);
  return (
    <span aria-hidden className="relative block h-2 rounded-sm bg-line-soft">
      <span
        className={`absolute inset-y-0 rounded-sm ${isWalked ? "bg-accent" : "border border-mute"}`}
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
    <div className="mt-2">
      <h3 className="text-xs font-medium">{name}</h3>
      <dl className="mt-0.5 grid grid-cols-[5.5rem_minmax(0,1fr)_6.5rem] items-center gap-x-2 text-xs">
        {rows.map(({ label, band, isWalked }) => (
          <div key={label} className="contents">
            <dt className="text-mute">{label}</dt>
            <dd className="col-start-3 row-auto text-right tabular-nums">{sayBand(band)}</dd>
            <dd aria-hidden className="col-start-2 row-auto">
              <BandBar band={band} most={most} isWalked={isWalked} />
            </dd>
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

interface FirstTokenBandsProps {
  readonly steps: readonly Step[];
  readonly settings: LayerSettings;
}

export function FirstTokenBands({ steps, settings: { model, hardware } }: FirstTokenBandsProps) {
  const architecture = findArchitecture(model.architecture);
  const rented = averageFirstTokens(steps, estimateRented);
  const own = averageFirstTokens(steps, (read, prompt) => estimateOwn(architecture, hardware, read, prompt));
  if (!rented || !own) return null;
  const use = measuredUse();
  const gpu = findGpu(hardware.gpu);
  return (
    <>
      <Pair name="Rented" times={rented} most={rented.cold.high} />
      <p className="mt-1 text-xs text-mute">
        {sayShares(steps)} less. Lengths as measured by <Sources of={MEASURED_SERVICES} />, shares by{" "}
        <Sources of={LATENCY_FITS} />.
      </p>
      <Pair
        name={`${architecture.name} on ${hardware.count} × ${gpu.name}`}
        times={own}
        most={own.cold.high}
      />
      <p className="mt-1 text-xs text-mute">
        Between {formatPercent(use.low)} and {formatPercent(use.high)} of what{" "}
        <a href={gpu.source} className="underline">
          the GPU
        </a>{" "}
        can do, as <Sources of={[MEASURED_PREFILL]} /> came to.
      </p>
      <p className="mt-2 text-xs text-mute">
        Mean over the requests; estimates without network and queue. Time is saved where nothing is taken off
        the price, too.
      </p>
    </>
  );
}

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
import type { Words } from "../../lib/words/create-words";
import type { Said } from "../../lib/words/message";
import { useWords } from "../words/use-words";

/** Two digits: more would say that it is known. */
const writeSeconds = (seconds: number): string => `${Number(seconds.toPrecision(2))}`;

const sayBand = ({ low, high }: Band, { t }: Words): string =>
  t("layers.band", { from: writeSeconds(low), to: writeSeconds(high) });

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
  const words = useWords();
  const { t } = words;
  const rows = [
    { label: t("layers.nothingRead"), band: times.cold, isWalked: false },
    { label: t("layers.asWalked"), band: times.walked, isWalked: true },
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
            <dd className="w-24 shrink-0 text-right tabular-nums">{sayBand(band, words)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Mean of each end over the requests. */
function sayShares(steps: readonly Step[], { t }: Words): string {
  const bands = steps.map(({ read, prompt }) => estimateSavedTime(read, prompt));
  const mean = (end: "low" | "high") =>
    bands.reduce((sum, band) => sum + band[end], 0) / Math.max(1, bands.length);
  const [low, high] = [formatPercent(mean("low")), formatPercent(mean("high"))];
  return low === high ? low : t("layers.range", { low, high });
}

function Sources({ of }: { readonly of: readonly { readonly name: Said; readonly source: string }[] }) {
  const { t, say } = useWords();
  return of.map(({ name, source }, order) => (
    <span key={source}>
      {order > 0 && t("layers.and")}
      <a href={source} className="underline">
        {say(name)}
      </a>
    </span>
  ));
}

interface TimePanelProps {
  readonly steps: readonly Step[];
  readonly settings: LayerSettings;
}

const note = "mt-1 text-xs text-mute";

export function TimePanel({ steps, settings: { model, hardware } }: TimePanelProps) {
  const words = useWords();
  const { t, rich } = words;
  const architecture = findArchitecture(model.architecture);
  const rented = averageFirstTokens(steps, estimateRented);
  const own = averageFirstTokens(steps, (read, prompt) => estimateOwn(architecture, hardware, read, prompt));
  if (!rented || !own) return null;
  const use = measuredUse();
  const gpu = findGpu(hardware.gpu);
  const prefill = savedPrefill(architecture, steps);
  return (
    <section
      aria-label={t("layers.time")}
      className="rounded-lg border border-line bg-panel px-3 py-3 text-sm"
    >
      <h2 className="text-sm font-semibold">{t("layers.firstToken")}</h2>
      <p className={note}>{t("layers.timeAbout")}</p>
      <div className="mt-2 grid gap-x-6 gap-y-3 @5xl:grid-cols-2">
        <div>
          <Pair name={t("layers.rented")} times={rented} most={rented.cold.high} />
          <p className={note}>
            {rich(
              "layers.lessTime",
              {
                services: () => <Sources key="services" of={MEASURED_SERVICES} />,
                fits: () => <Sources key="fits" of={LATENCY_FITS} />,
              },
              { share: sayShares(steps, words) },
            )}
          </p>
        </div>
        <div>
          <Pair
            name={t("layers.onGpu", { model: architecture.name, count: hardware.count, gpu: gpu.name })}
            times={own}
            most={own.cold.high}
          />
          <p className={note}>
            {rich(
              "layers.prefill",
              {
                gpu: (pieces) => (
                  <a key="gpu" href={gpu.source} className="underline">
                    {pieces}
                  </a>
                ),
                measured: () => <Sources key="measured" of={[MEASURED_PREFILL]} />,
              },
              {
                computed: writeOperations(prefill.all - prefill.saved),
                all: writeOperations(prefill.all),
                share: formatPercent(prefill.share),
                low: formatPercent(use.low),
                high: formatPercent(use.high),
              },
            )}
          </p>
        </div>
      </div>
    </section>
  );
}

"use client";
/** Steps through a walk: request by request with ← and →, or by itself; and says in words what the request met. */
import { useEffect, useState } from "react";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import type { Step } from "../../lib/layers/walk";
import { formatMoney, formatNumber } from "../../lib/values/figures";
import { type Message, type Said, tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { ScrollRegion } from "../ui/scroll-region";
import { useMedia } from "../ui/use-media";
import { useWords } from "../words/use-words";
import { MetSign, WalkDrawing } from "./walk-drawing";

/** Milliseconds from one request to the next. */
const PACE = 700;

const SIGNS = [
  { words: "layers.metWarm", step: { read: 1, reachable: 1 } },
  { words: "layers.metElsewhere", step: { read: 0, reachable: 1 } },
  { words: "layers.metNowhere", step: { read: 0, reachable: 0 } },
] as const;

/** Why nothing can be read, wherever it goes. */
function findNothing({ isFirst }: Step, engine: LayerSettings["engine"]) {
  if (engine.id === "none") return "layers.keepsNothing";
  return isFirst ? "layers.isFirst" : "layers.noWholeBlock";
}

function tellMet(step: Step, engine: LayerSettings["engine"]): Message {
  const { prompt, read, reachable } = step;
  if (read > 0) return tell("layers.readsThere", { read: formatNumber(read), prompt });
  if (reachable > 0) return tell("layers.findsNothing", { reachable: formatNumber(reachable), prompt });
  return tell(findNothing(step, engine), { prompt });
}

function tellPlace(step: Step, { router, gateway, host }: LayerSettings): Said {
  const vendor = router.vendors[step.vendor]?.name ?? tell("layers.aVendor");
  const [cluster, replica] = [step.cluster + 1, step.replica + 1];
  if (gateway.clusters > 1 && host.replicas > 1) return tell("layers.atBoth", { vendor, cluster, replica });
  if (gateway.clusters > 1) return tell("layers.atCluster", { vendor, cluster });
  return host.replicas > 1 ? tell("layers.atReplica", { vendor, replica }) : vendor;
}

function tellStep(step: Step, settings: LayerSettings): Message {
  const where = { number: step.request + 1, place: tellPlace(step, settings) };
  if (step.refused !== null) return tell("layers.stepRefused", { ...where, reason: step.refused });
  const told = {
    ...where,
    met: tellMet(step, settings.engine),
    cost: step.cost === null ? tell("values.unknown") : formatMoney(step.cost, "USD"),
  };
  return step.reported === step.read
    ? tell("layers.step", told)
    : tell("layers.stepUsage", { ...told, reported: formatNumber(step.reported) });
}

interface WalkPlayerProps {
  readonly steps: readonly Step[];
  readonly settings: LayerSettings;
  /** The request that is looked at, from 0; beyond the last means the last. */
  readonly selected: number;
  readonly onSelect: (request: number) => void;
  /** Null where nothing is drawn by chance. */
  readonly onDraw: (() => void) | null;
}

export function WalkPlayer({ steps, settings, selected, onSelect, onDraw }: WalkPlayerProps) {
  const { t, say } = useWords();
  const last = steps.length - 1;
  /** While it plays, requests behind the selected one have not been sent. */
  const [isPlaying, setIsPlaying] = useState(false);
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const place = Math.min(selected, last);
  const step = steps[place];

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      if (place >= last) setIsPlaying(false);
      else onSelect(place + 1);
    }, PACE);
    return () => clearTimeout(timer);
  }, [isPlaying, place, last, onSelect]);

  function go(to: number): void {
    setIsPlaying(false);
    onSelect(Math.max(0, Math.min(last, to)));
  }

  function play(): void {
    if (place >= last) onSelect(0);
    setIsPlaying(true);
  }

  return (
    <section aria-label={t("layers.walk")} className="min-w-0 rounded-lg border border-line bg-panel">
      <div className="flex flex-wrap items-center gap-2 border-b border-line-soft px-3 py-2">
        {!isStill && (
          <Button
            className="text-xs"
            aria-label={t(isPlaying ? "layers.pause" : "layers.playWalk")}
            onClick={() => (isPlaying ? setIsPlaying(false) : play())}
          >
            {isPlaying ? "❚❚" : "▶"}
          </Button>
        )}
        <Button
          className="text-xs"
          aria-label={t("layers.requestBefore")}
          disabled={place <= 0}
          onClick={() => go(place - 1)}
        >
          ←
        </Button>
        <input
          type="range"
          aria-label={t("layers.request")}
          aria-valuetext={t("layers.requestOf", { number: place + 1, count: steps.length })}
          min={0}
          max={last}
          value={place}
          onChange={({ target }) => go(Number(target.value))}
          className="w-36 accent-(--accent)"
        />
        <Button
          className="text-xs"
          aria-label={t("layers.requestAfter")}
          disabled={place >= last}
          onClick={() => go(place + 1)}
        >
          →
        </Button>
        <span className="text-xs text-mute">
          {t("layers.numberOf", { number: place + 1, count: steps.length })}
        </span>
        {onDraw && (
          <Button className="ml-auto text-xs" onClick={onDraw}>
            {t("layers.drawAgain")}
          </Button>
        )}
      </div>
      <p role="status" className="min-h-14 px-3 py-2 text-sm">
        {step && say(tellStep(step, settings))}
      </p>
      <ScrollRegion label={t("layers.drawing")} className="max-h-150 overflow-y-auto pb-3 pl-3">
        <WalkDrawing
          steps={steps}
          settings={settings}
          selected={place}
          sent={isPlaying ? place + 1 : steps.length}
          onSelect={go}
        />
      </ScrollRegion>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line-soft px-3 py-2 text-xs text-mute">
        <li>{t("layers.rowsAndLanes")}</li>
        {SIGNS.map(({ words, step }) => (
          <li key={words} className="flex items-center gap-1">
            <svg aria-hidden="true" width={14} height={14}>
              <MetSign step={step} x={7} y={7} />
            </svg>
            {t(words)}
          </li>
        ))}
      </ul>
    </section>
  );
}

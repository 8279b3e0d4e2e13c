"use client";
/** Steps through a walk: request by request with ← and →, or by itself; and says in words what the request met. */
import { useEffect, useState } from "react";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import type { Step } from "../../lib/layers/walk";
import { formatMoney, formatNumber, formatTokens } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { ScrollRegion } from "../ui/scroll-region";
import { useMedia } from "../ui/use-media";
import { MetSign, WalkDrawing } from "./walk-drawing";

/** Milliseconds from one request to the next. */
const PACE = 700;

const SIGNS = [
  { words: "met warm", step: { read: 1, reachable: 1 } },
  { words: "met cold, warm elsewhere", step: { read: 0, reachable: 1 } },
  { words: "met cold, warm nowhere", step: { read: 0, reachable: 0 } },
] as const;

/** Why nothing can be read, wherever it goes. */
function sayNothing({ isFirst }: Step, engine: LayerSettings["engine"]): string {
  if (engine.id === "none") return "finds an engine that keeps nothing";
  if (isFirst) return "is the first to begin like this";
  return "shares no whole block with what is kept";
}

function sayMet(step: Step, engine: LayerSettings["engine"]): string {
  const prompt = formatTokens(step.prompt);
  if (step.read > 0) return `reads ${formatNumber(step.read)} of ${prompt} there`;
  if (step.reachable > 0)
    return `finds nothing there, though ${formatNumber(step.reachable)} of its ${prompt} went to a model before`;
  return `${sayNothing(step, engine)}: nothing of its ${prompt} can be read`;
}

function sayStep(step: Step, { router, gateway, host, engine }: LayerSettings): string {
  const vendor = router.vendors[step.vendor]?.name ?? "a vendor";
  const cluster = gateway.clusters > 1 ? `, cluster ${step.cluster + 1}` : "";
  const replica = host.replicas > 1 ? `, replica ${step.replica + 1}` : "";
  const place = `${vendor}${cluster}${replica}`;
  if (step.refused !== null) return `Request ${step.request + 1} goes to ${place}. ${step.refused}`;
  const usage =
    step.reported === step.read
      ? ""
      : ` The usage says ${formatNumber(step.reported)}: the gateway does not pass it on.`;
  return `Request ${step.request + 1} goes to ${place}, and ${sayMet(step, engine)}. It costs ${formatMoney(step.cost, "USD")}.${usage}`;
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
    <section aria-label="The walk" className="min-w-0 rounded-lg border border-line bg-panel">
      <div className="flex flex-wrap items-center gap-2 border-b border-line-soft px-3 py-2">
        {!isStill && (
          <Button
            className="text-xs"
            aria-label={isPlaying ? "Pause" : "Play the walk"}
            onClick={() => (isPlaying ? setIsPlaying(false) : play())}
          >
            {isPlaying ? "❚❚" : "▶"}
          </Button>
        )}
        <Button
          className="text-xs"
          aria-label="Request before"
          disabled={place <= 0}
          onClick={() => go(place - 1)}
        >
          ←
        </Button>
        <input
          type="range"
          aria-label="Request"
          aria-valuetext={`Request ${place + 1} of ${steps.length}`}
          min={0}
          max={last}
          value={place}
          onChange={({ target }) => go(Number(target.value))}
          className="w-36 accent-(--accent)"
        />
        <Button
          className="text-xs"
          aria-label="Request after"
          disabled={place >= last}
          onClick={() => go(place + 1)}
        >
          →
        </Button>
        <span className="text-xs text-mute">
          {place + 1} of {steps.length}
        </span>
        {onDraw && (
          <Button className="ml-auto text-xs" onClick={onDraw}>
            Draw again
          </Button>
        )}
      </div>
      <p role="status" className="min-h-14 px-3 py-2 text-sm">
        {step && sayStep(step, settings)}
      </p>
      <ScrollRegion label="Drawing of the walk" className="max-h-150 overflow-y-auto pb-3 pl-3">
        <WalkDrawing
          steps={steps}
          settings={settings}
          selected={place}
          sent={isPlaying ? place + 1 : steps.length}
          onSelect={go}
        />
      </ScrollRegion>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line-soft px-3 py-2 text-xs text-mute">
        <li>A request is a row, a cache a lane of the host.</li>
        {SIGNS.map(({ words, step }) => (
          <li key={words} className="flex items-center gap-1">
            <svg aria-hidden="true" width={14} height={14}>
              <MetSign step={step} x={7} y={7} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

"use client";
/** One conversation through the layers: the walk, the switches, what it comes to, the settings that pin, and memory. */
import { useDeferredValue, useMemo } from "react";
import { listMends } from "../../lib/layers/layer-answers";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import { readRequests } from "../../lib/layers/scene";
import { walkRequests } from "../../lib/layers/walk";
import { averageWarmShare, expectWarmShare } from "../../lib/layers/warm-share";
import { LayerAnswers } from "./layer-answers";
import { LayerSwitches } from "./layer-switches";
import { MemoryPanel } from "./memory-panel";
import { PinSettings } from "./pin-settings";
import { TimePanel } from "./time-panel";
import type { Conversation } from "./use-conversation";
import { WalkPlayer } from "./walk-player";

/** Requests that the mean of walks is made of, at most. */
const MOST_STEPS = 6000;
const MOST_WALKS = 400;

/** A walk drawn anew has other draws; whoever has none of them stays as it is. */
const draws = ({ router, gateway, host }: LayerSettings): boolean =>
  (router.vendors.length > 1 && ["uniform", "by-price", "sticky"].includes(router.policy)) ||
  (gateway.policy === "uniform" && gateway.clusters > 1) ||
  (host.policy !== "round-robin" && host.replicas > 1);

interface LayersDeskProps {
  readonly conversation: Pick<Conversation, "id" | "requests">;
  readonly settings: LayerSettings;
  /** The request that is looked at, from 0; beyond the last means the last. */
  readonly request: number;
  readonly onSettings: (settings: LayerSettings) => void;
  readonly onRequest: (request: number) => void;
}

export function LayersDesk({ conversation, settings, request, onSettings, onRequest }: LayersDeskProps) {
  const requests = useMemo(() => readRequests(conversation.requests), [conversation]);
  const steps = useMemo(() => walkRequests(requests, settings), [requests, settings]);
  const later = useDeferredValue(settings);
  const walks = Math.max(1, Math.min(MOST_WALKS, Math.floor(MOST_STEPS / Math.max(1, requests.length))));
  const answers = useMemo(
    () => ({
      mends: listMends(requests, later),
      expected: expectWarmShare(requests, later),
      average: averageWarmShare(requests, later, walks),
    }),
    [requests, later, walks],
  );
  if (steps.length === 0) return null;
  return (
    <div className="@container flex flex-col gap-4">
      {/* The picture comes first; where there is room its switches stand to its left. */}
      <div className="grid items-start gap-4 @2xl:grid-cols-2 @4xl:grid-cols-[17rem_minmax(0,1fr)] @4xl:grid-rows-[auto_auto_1fr] @6xl:grid-cols-[17rem_minmax(0,1fr)_18rem]">
        <div className="min-w-0 @2xl:col-span-2 @4xl:col-span-1 @4xl:col-start-2 @4xl:row-start-1">
          <WalkPlayer
            key={conversation.id}
            steps={steps}
            settings={settings}
            selected={request}
            onSelect={onRequest}
            onDraw={draws(settings) ? () => onSettings({ ...settings, seed: settings.seed + 1 }) : null}
          />
        </div>
        <div className="min-w-0 @4xl:col-start-1 @4xl:row-span-3 @4xl:row-start-1">
          <LayerSwitches settings={settings} onChange={onSettings} />
        </div>
        <div className="min-w-0 @4xl:col-start-2 @4xl:row-start-2 @6xl:col-start-3 @6xl:row-span-3 @6xl:row-start-1">
          <LayerAnswers steps={steps} walks={walks} onMend={onSettings} {...answers} />
        </div>
        <div className="min-w-0 @2xl:col-span-2 @4xl:col-span-1 @4xl:col-start-2 @4xl:row-start-3 @6xl:row-start-2">
          <TimePanel steps={steps} settings={settings} />
        </div>
      </div>
      <PinSettings vendor={settings.router.vendors[0]?.name ?? "your-vendor"} />
      <MemoryPanel requests={conversation.requests} settings={later} />
    </div>
  );
}

"use client";
/** Layers: a conversation, the switches, the walk, and what it comes to. */
import { useDeferredValue, useMemo, useState } from "react";
import { listMends } from "../../lib/layers/layer-answers";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import { readRequests } from "../../lib/layers/scene";
import { findScene, SCENES } from "../../lib/layers/scenes";
import { walkRequests } from "../../lib/layers/walk";
import { averageWarmShare, expectWarmShare } from "../../lib/layers/warm-share";
import { formatMany } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { Picker } from "../ui/picker";
import { Sentence } from "../words/sentence";
import { LayerAnswers } from "./layer-answers";
import { LayerSwitches } from "./layer-switches";
import { MeasuredTables } from "./measured-tables";
import { MemoryPanel } from "./memory-panel";
import { PinSettings } from "./pin-settings";
import { useConversation } from "./use-conversation";
import { WalkPlayer } from "./walk-player";

/** Requests that the mean of walks is made of, at most. */
const MOST_STEPS = 6000;
const MOST_WALKS = 400;

function firstSettings(): LayerSettings {
  const [first] = SCENES;
  if (!first) throw new Error("There is no scene to begin with.");
  return first.settings;
}

/** What a conversation of one's own starts with: the scene in which every layer loses something. */
const ownSettings = (): LayerSettings => findScene("agents")?.settings ?? firstSettings();

/** A walk drawn anew has other draws; whoever has none of them stays as it is. */
const draws = ({ router, gateway, host }: LayerSettings): boolean =>
  router.policy === "uniform" ||
  router.policy === "by-price" ||
  router.policy === "sticky" ||
  (gateway.policy === "uniform" && gateway.clusters > 1) ||
  (host.policy !== "round-robin" && host.replicas > 1);

export function LayersView() {
  const { conversation, asked, status, groups, choose } = useConversation();
  const [settings, setSettings] = useState(firstSettings);
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

  function open(id: string): void {
    const scene = findScene(id);
    setSettings(scene ? scene.settings : ownSettings());
    choose(id);
  }

  const scene = findScene(asked);
  return (
    <div className="mt-5 flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Picker label="Conversation" value={asked} groups={groups} onPick={open} className="max-w-full" />
        {draws(settings) && (
          <Button onClick={() => setSettings({ ...settings, seed: settings.seed + 1 })}>Draw again</Button>
        )}
        <p role="status" className="w-full text-mute">
          {status.kind === "reading" && "Counting tokens…"}
          {status.kind === "failed" && (
            <span className="text-bad">
              <Sentence said={status.reason} />
            </span>
          )}
          {status.kind === "ready" && (
            <>
              {scene
                ? scene.about
                : `${formatMany(conversation.all, "request")} of this conversation, on settings in which every layer loses something.`}
              {conversation.all > conversation.requests.length &&
                ` The first ${conversation.requests.length} are walked.`}
              {scene && (
                <span className="text-xs text-faint">
                  {" "}
                  {scene.source.startsWith("https:") ? (
                    <a href={scene.source} className="underline">
                      {scene.evidence}
                    </a>
                  ) : (
                    scene.evidence
                  )}
                  , {scene.asOf}
                </span>
              )}
            </>
          )}
        </p>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[17rem_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)_17.5rem]">
        <LayerSwitches settings={settings} onChange={setSettings} />
        {steps.length > 0 && <WalkPlayer key={conversation.id} steps={steps} settings={settings} />}
        <div className="min-w-0 lg:col-span-2 xl:col-span-1">
          <LayerAnswers steps={steps} settings={settings} walks={walks} onMend={setSettings} {...answers} />
        </div>
      </div>
      <PinSettings vendor={settings.router.vendors[0]?.name ?? "your-vendor"} />
      <MemoryPanel requests={conversation.requests} settings={later} />
      <MeasuredTables onOpen={open} />
    </div>
  );
}

"use client";
/** The playground: starts the worker and the store, reads the link, and lays out the page. */
import { useEffect, useState } from "react";
import { createAnalysisClient } from "../lib/analysis/latest-wins";
import type { WorkerAnswer } from "../lib/analysis/messages";
import { createQuestionClient } from "../lib/analysis/question-client";
import { decodeShare } from "../lib/share/codec";
import { createPlaygroundStore, type PlaygroundStore } from "../lib/store/playground-store";
import { presets } from "../lib/timeline/presets/presets";
import { Header } from "./header/header";
import { LiveRegion } from "./live-region";
import { PlaygroundContext } from "./playground-context";
import { BillBar } from "./timeline/bill-bar";
import { readCalibrations, writeCalibrations } from "./tokens/calibration-storage";
import { Workspace } from "./workspace";

function start(): PlaygroundStore {
  const worker = new Worker(new URL("../lib/analysis/analysis.worker.ts", import.meta.url), {
    type: "module",
  });
  const client = createAnalysisClient((job) => worker.postMessage(job));
  const questions = createQuestionClient((job) => worker.postMessage(job));
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.to === "analyse") client.receive(data);
    else questions.receive(data);
  };
  worker.onerror = () => {
    const reason = "The analysis worker could not be started. Reload the page to try again.";
    client.fail(reason);
    questions.fail(reason);
  };
  const first = presets[0];
  const playground = createPlaygroundStore(
    {
      text: first.text,
      presetId: first.id,
      settings: {
        model: first.model,
        region: "intl",
        scenario: first.scenario,
        calibrations: readCalibrations(),
      },
    },
    client,
    questions,
  );
  playground.store.subscribe(({ settings: { calibrations } }, before) => {
    if (calibrations && calibrations !== before.settings.calibrations) writeCalibrations(calibrations);
  });
  return playground;
}

async function openLink({ actions }: PlaygroundStore): Promise<void> {
  const hash = window.location.hash.slice(1);
  if (hash === "") return;
  const decoded = await decodeShare(hash);
  if (!decoded.ok) {
    actions.warn(decoded.reason);
    return;
  }
  const { text, model, region, scenario, play, offRules } = decoded.value;
  actions.loadDocument({
    text,
    scenario,
    presetId: null,
    region,
    play,
    offRules,
    ...(model === null ? {} : { model }),
  });
}

export function Playground() {
  const [playground] = useState(start);

  useEffect(() => {
    const open = (): void => void openLink(playground);
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [playground]);

  return (
    <PlaygroundContext value={playground}>
      <div className="flex h-dvh flex-col">
        <Header />
        <LiveRegion />
        <main className="flex min-h-0 flex-1 flex-col">
          <Workspace />
          <BillBar />
        </main>
      </div>
    </PlaygroundContext>
  );
}

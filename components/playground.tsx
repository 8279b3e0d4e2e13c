"use client";
/** The playground: starts the worker and the store, reads the link, and lays out the page. */
import { useEffect, useState } from "react";
import { preload } from "react-dom";
import { observedIn } from "../lib/offers/observations";
import { OPENING, OPENING_ANALYSIS } from "../lib/store/opening";
import { answerOpening } from "../lib/store/opening-answers";
import type { PlaygroundStore } from "../lib/store/playground-store";
import { VOCABULARY_FILE } from "../lib/tokens/vocabulary-file";
import { followAddress } from "./address/follow-address";
import { readFindings } from "./findings/findings-storage";
import { PurposeLine } from "./first/purpose-line";
import { Header } from "./header/header";
import { useKeptFocus } from "./keep-focus";
import { FaultBoundary } from "./layouts/fault-boundary";
import { FaultPage } from "./layouts/fault-page";
import { LayoutsContext } from "./layouts/layouts-context";
import { saveWhenHidden, startKeeper } from "./layouts/start-keeper";
import { readTabMemory } from "./layouts/tab-memory";
import { LiveRegion } from "./live-region";
import { createMapStore, MapContext } from "./map/map-store";
import { SkipToMap } from "./map/skip-to-map";
import { PlaygroundContext } from "./playground-context";
import { leaveRun } from "./run/leave-run";
import { ReadingsNotice } from "./share/readings-notice";
import { RulesNotice } from "./share/rules-notice";
import { SharedBanner } from "./share/shared-banner";
import { startPlayground } from "./start-playground";
import { BillBar } from "./timeline/bill-bar";
import { readCalibrations, writeCalibrations } from "./tokens/calibration-storage";
import { hasOwnVocabulary } from "./tokens/vocabulary-mark";
import { ActToast } from "./undo/act-toast";
import { Workspace } from "./workspace";

/** Whether nothing else is opened as soon as the page stands. */
const opensExample = (): boolean =>
  window.location.pathname === "/" && window.location.hash === "" && readTabMemory() === null;

function start(): PlaygroundStore {
  const calibrations = readCalibrations();
  const observed = observedIn(readFindings());
  const isPlain =
    Object.keys(calibrations).length === 0 && Object.keys(observed).length === 0 && !hasOwnVocabulary();
  const beginning = { ...OPENING, settings: { ...OPENING.settings, calibrations, observed } };
  const isKnown = isPlain && opensExample();
  // The worker asks for it only once its own code has arrived.
  if (!isKnown) preload(`/vocabulary/${VOCABULARY_FILE}`, { as: "fetch", crossOrigin: "anonymous" });
  const playground = isKnown
    ? startPlayground({ ...beginning, analysis: OPENING_ANALYSIS }, answerOpening)
    : startPlayground(beginning);
  playground.store.subscribe(({ settings: now }, { settings: before }) => {
    if (now.calibrations && now.calibrations !== before.calibrations) writeCalibrations(now.calibrations);
  });
  return playground;
}

export function Playground() {
  const [playground] = useState(start);
  const [map] = useState(createMapStore);
  const [keeper] = useState(() => startKeeper(playground));

  useKeptFocus();
  useEffect(() => followAddress(playground, keeper), [playground, keeper]);
  useEffect(() => saveWhenHidden(keeper), [keeper]);
  useEffect(() => () => leaveRun(playground.actions), [playground]);

  return (
    <PlaygroundContext value={playground}>
      <LayoutsContext value={keeper}>
        <MapContext value={map}>
          <FaultBoundary fallback={<FaultPage />}>
            <div className="flex h-dvh flex-col">
              <SkipToMap />
              <Header />
              <PurposeLine />
              <LiveRegion />
              <ActToast />
              <SharedBanner />
              <RulesNotice />
              <ReadingsNotice />
              <main className="flex min-h-0 flex-1 flex-col">
                <Workspace />
                <BillBar />
              </main>
            </div>
          </FaultBoundary>
        </MapContext>
      </LayoutsContext>
    </PlaygroundContext>
  );
}

"use client";
/** The middle of the page: the conversation as a map, over time or as a table, and below it what is open of its tools. */
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { tell } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { SlotMeter } from "../segments/slot-meter";
import { DownloadMenu } from "../timeline/download-menu";
import { type Picture, writeSvg } from "../timeline/draw-to-file";
import { Legend } from "../timeline/legend";
import { MissButton } from "../timeline/miss-button";
import { PlacementPicker } from "../timeline/placement-picker";
import { PlayOptions } from "../timeline/play-options";
import { ScenarioPicker } from "../timeline/scenario-picker";
import { ScriptProblems } from "../timeline/script-problems";
import { useCurrency } from "../timeline/use-currency";
import { ZoomButtons } from "../timeline/zoom-buttons";
import { useWords } from "../words/use-words";
import { ConversationPicture, ViewSwitch } from "./conversation-picture";
import { MapControls } from "./map-controls";
import { useMapStore } from "./map-store";
import { isWholeSheet, OpenSheet } from "./open-sheet";
import { PlayedBanner } from "./played-banner";

export function MapPanel() {
  const timeline = usePlayground((state) => state.good?.timeline);
  const request = usePlayground((state) => state.good?.request);
  // It is told only where there is no map yet: every key makes the page work.
  const status = usePlayground((state) => (state.good ? null : state.status));
  const failure = usePlayground((state) => state.failure);
  const stale = usePlayground((state) => state.stale);
  const currency = useCurrency();
  const view = usePlayground((state) => state.view);
  const sheet = usePlayground((state) => state.sheet);
  const actions = useActions();
  const [zoom, setZoom] = useState(1);
  const [whole, setWhole] = useState(false);
  const drawing = useRef<SVGSVGElement>(null);
  const { t, say } = useWords();
  const map = useMapStore();
  const playedBy = timeline?.playedBy ?? null;
  const player = playedBy?.row;
  // What was pinned of one system's figures says nothing of another's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one plays
  useEffect(() => map.setState({ ghost: null, baseline: null }), [map, player]);

  /** What lies beyond the screen is drawn for the moment only. */
  function drawWhole(): Picture | null {
    flushSync(() => setWhole(true));
    const picture = drawing.current && writeSvg(drawing.current);
    setWhole(false);
    return picture;
  }

  const isWhole = isWholeSheet(sheet);
  const effective = request?.markers.filter((marker) => marker.status === "effective").length ?? 0;
  return (
    <section
      aria-label={t("map.conversation")}
      className="@container flex h-full min-h-0 min-w-0 flex-col bg-panel"
    >
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line-soft px-3 py-1 text-xs text-mute">
        <ViewSwitch view={view} onChange={actions.setView} />
        {/* Long names are shortened before anything moves to a second line. */}
        <div className="flex min-w-64 flex-1 items-center gap-x-2.5 gap-y-1 @max-xl:order-1 @max-xl:basis-full @max-sm:flex-wrap">
          <ScenarioPicker />
          <PlacementPicker />
          <PlayOptions />
          {stale && <span className="shrink-0 text-warn">{t("map.lastGoodText")}</span>}
        </div>
        <span className="@max-xl:ml-auto">
          <DownloadMenu {...(view !== "table" && timeline ? { drawWhole } : {})} />
        </span>
      </div>
      <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line-soft px-3 py-0.5 text-xs text-mute">
        <MissButton />
        {request && request.maxMarkers > 0 && (
          <SlotMeter used={effective} sent={request.markers.length} slots={request.maxMarkers} />
        )}
        <Legend />
        <div className="ml-auto flex items-center gap-2">
          {view === "map" && timeline && <MapControls timeline={timeline} />}
          {view === "time" && <ZoomButtons zoom={zoom} onZoom={setZoom} />}
        </div>
      </div>
      <PlayedBanner />
      <ScriptProblems />
      {!timeline ? (
        <p role="status" className="p-4 text-mute">
          {status === "failed" && say(failure ?? tell("map.analysisStopped"))}
          {status === "ready" && t("map.noRequest")}
          {(status === "starting" || status === "working") && t("map.countingTokens")}
        </p>
      ) : (
        <div className={isWhole ? "hidden" : `flex min-h-0 flex-1 flex-col ${stale ? "opacity-50" : ""}`}>
          <ConversationPicture
            view={view}
            timeline={timeline}
            currency={currency}
            zoom={zoom}
            whole={whole}
            drawing={drawing}
          />
        </div>
      )}
      {timeline && sheet && <OpenSheet sheet={sheet} playedBy={playedBy} />}
    </section>
  );
}

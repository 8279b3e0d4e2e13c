"use client";
/** The scenario, request by request: as a chart, as a table, as turns to edit, and what other placements would cost. */
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { presets } from "../../lib/timeline/presets/presets";
import { KeepAliveView } from "../placement/keep-alive-view";
import { PlacementView } from "../placement/placement-view";
import { useActions, usePlayground } from "../playground-context";
import { RunView } from "../run/run-view";
import { ScenarioEditor } from "../scenario/scenario-editor";
import { PanelHead } from "../ui/panel-head";
import { SegmentedControl } from "../ui/segmented-control";
import { DownloadMenu } from "./download-menu";
import { type Picture, writeSvg } from "./draw-to-file";
import { LedgerTable } from "./ledger-table";
import { Legend } from "./legend";
import { MissButton } from "./miss-button";
import { PlacementPicker } from "./placement-picker";
import { PlayOptions } from "./play-options";
import { ScenarioPicker } from "./scenario-picker";
import { ScriptProblems } from "./script-problems";
import { TimelineChart } from "./timeline-chart";
import { useCurrency } from "./use-currency";
import { ZoomButtons } from "./zoom-buttons";

const PLACES = [
  { value: "time", label: "Chart" },
  { value: "table", label: "Table" },
  { value: "edit", label: "Edit" },
  { value: "placements", label: "Placements" },
  { value: "keep-alive", label: "Keep-alive" },
  { value: "run", label: "Run" },
] as const;

export function TimelinePanel() {
  const timeline = usePlayground((state) => state.good?.timeline);
  const currency = useCurrency();
  const preset = usePlayground((state) => presets.find(({ id }) => id === state.presetId)?.description);
  const sheet = usePlayground((state) => state.sheet);
  const isTable = usePlayground((state) => state.view === "table");
  const actions = useActions();
  const view = sheet ?? (isTable ? "table" : "time");
  const [zoom, setZoom] = useState(1);
  const [whole, setWhole] = useState(false);
  const drawing = useRef<SVGSVGElement>(null);

  /** What lies beyond the screen is drawn for the moment only. */
  function drawWholeChart(): Picture | null {
    flushSync(() => setWhole(true));
    const picture = drawing.current && writeSvg(drawing.current);
    setWhole(false);
    return picture;
  }

  function choose(place: (typeof PLACES)[number]["value"]): void {
    if (place === "time" || place === "table") actions.setView(place);
    else actions.openSheet(place);
  }

  return (
    <section aria-label="Timeline" className="flex h-full min-h-0 min-w-0 flex-col bg-panel">
      <PanelHead title="Timeline" scrolls>
        <ScenarioPicker />
        <PlacementPicker />
        <PlayOptions />
        {preset && <span className="hidden min-w-0 shrink! truncate 2xl:inline">{preset}</span>}
        <div className="ml-auto flex items-center gap-2.5">
          <MissButton />
          {view === "time" && <Legend />}
          {view === "time" && <ZoomButtons zoom={zoom} onZoom={setZoom} />}
          <DownloadMenu {...(view === "time" && timeline ? { drawWhole: drawWholeChart } : {})} />
          <SegmentedControl label="View of the timeline" value={view} options={PLACES} onChange={choose} />
        </div>
      </PanelHead>
      <ScriptProblems />
      {!timeline ? (
        <p className="p-4 text-mute">The timeline appears with the first analysis.</p>
      ) : view === "time" ? (
        <TimelineChart timeline={timeline} currency={currency} zoom={zoom} whole={whole} drawing={drawing} />
      ) : view === "table" ? (
        <LedgerTable timeline={timeline} currency={currency} />
      ) : view === "edit" ? (
        <ScenarioEditor />
      ) : view === "placements" ? (
        <PlacementView />
      ) : view === "run" ? (
        <RunView />
      ) : (
        <KeepAliveView />
      )}
    </section>
  );
}

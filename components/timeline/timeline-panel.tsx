"use client";
/** The scenario, request by request: as a chart, as a table, as turns to edit, and what other placements would cost. */
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { presets } from "../../lib/timeline/presets/presets";
import { KeepAliveView } from "../placement/keep-alive-view";
import { PlacementView } from "../placement/placement-view";
import { usePlayground } from "../playground-context";
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

const VIEWS = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
  { value: "scenario", label: "Edit" },
  { value: "placements", label: "Placements" },
  { value: "keep-alive", label: "Keep-alive" },
  { value: "run", label: "Run" },
] as const;

type View = (typeof VIEWS)[number]["value"];

export function TimelinePanel() {
  const timeline = usePlayground((state) => state.good?.timeline);
  const currency = useCurrency();
  const preset = usePlayground((state) => presets.find(({ id }) => id === state.presetId)?.description);
  const [view, setView] = useState<View>("chart");
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

  return (
    <section aria-label="Timeline" className="flex h-full min-h-0 min-w-0 flex-col bg-panel">
      <PanelHead title="Timeline" scrolls>
        <ScenarioPicker />
        <PlacementPicker />
        <PlayOptions />
        {preset && <span className="hidden min-w-0 shrink! truncate 2xl:inline">{preset}</span>}
        <div className="ml-auto flex items-center gap-2.5">
          <MissButton />
          {view === "chart" && <Legend />}
          {view === "chart" && <ZoomButtons zoom={zoom} onZoom={setZoom} />}
          <DownloadMenu {...(view === "chart" && timeline ? { drawWhole: drawWholeChart } : {})} />
          <SegmentedControl label="View of the timeline" value={view} options={VIEWS} onChange={setView} />
        </div>
      </PanelHead>
      <ScriptProblems />
      {!timeline ? (
        <p className="p-4 text-mute">The timeline appears with the first analysis.</p>
      ) : view === "chart" ? (
        <TimelineChart timeline={timeline} currency={currency} zoom={zoom} whole={whole} drawing={drawing} />
      ) : view === "table" ? (
        <LedgerTable timeline={timeline} currency={currency} />
      ) : view === "scenario" ? (
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

"use client";
/** The timeline of a frame: chart or table, without what changes the scenario. */
import { useRef, useState } from "react";
import { usePlayground } from "../playground-context";
import { LedgerTable } from "../timeline/ledger-table";
import { Legend } from "../timeline/legend";
import { MissButton } from "../timeline/miss-button";
import { TimelineChart } from "../timeline/timeline-chart";
import { useCurrency } from "../timeline/use-currency";
import { PanelHead } from "../ui/panel-head";
import { SegmentedControl } from "../ui/segmented-control";

const VIEWS = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

export function FrameTimeline() {
  const timeline = usePlayground((state) => state.good?.timeline);
  const name = usePlayground((state) => state.settings.scenario?.name ?? "One request");
  const currency = useCurrency();
  const [view, setView] = useState<(typeof VIEWS)[number]["value"]>("chart");
  const drawing = useRef<SVGSVGElement>(null);
  return (
    <section aria-label="Timeline" className="flex h-full min-h-0 min-w-0 flex-col bg-panel">
      <PanelHead title="Timeline" scrolls>
        <span className="truncate">{name}</span>
        <div className="ml-auto flex items-center gap-2.5">
          <MissButton />
          {view === "chart" && <Legend />}
          <SegmentedControl label="View of the timeline" value={view} options={VIEWS} onChange={setView} />
        </div>
      </PanelHead>
      {!timeline ? (
        <p className="p-4 text-mute">The timeline appears with the first analysis.</p>
      ) : view === "chart" ? (
        <TimelineChart timeline={timeline} currency={currency} zoom={1} whole={false} drawing={drawing} />
      ) : (
        <LedgerTable timeline={timeline} currency={currency} />
      )}
    </section>
  );
}

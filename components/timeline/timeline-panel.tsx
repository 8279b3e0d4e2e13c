"use client";
/** The scenario, request by request, as a chart or a table. */
import { useState } from "react";
import { presets } from "../../lib/timeline/presets/presets";
import { scenarios } from "../../lib/timeline/scenarios";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { PanelHead } from "../ui/panel-head";
import { Picker } from "../ui/picker";
import { LedgerTable } from "./ledger-table";
import { Legend } from "./legend";
import { TimelineChart } from "./timeline-chart";
import { useCurrency } from "./use-currency";

const known = [...presets.map((preset) => preset.scenario), ...scenarios];

function ScenarioPicker() {
  const scenario = usePlayground((state) => state.settings.scenario);
  const actions = useActions();
  const name = scenario?.name ?? "One request";
  const options = known.map((each) => ({ value: each.name, label: each.name }));
  const groups = known.some((each) => each.name === name)
    ? [{ label: "", options }]
    : [{ label: "", options: [{ value: name, label: name }, ...options] }];
  return (
    <Picker
      label="Scenario"
      value={name}
      groups={groups}
      className="text-xs"
      onPick={(picked) => actions.setScenario(known.find((each) => each.name === picked) ?? null)}
    />
  );
}

export function TimelinePanel() {
  const timeline = usePlayground((state) => state.good?.timeline);
  const currency = useCurrency();
  const presetId = usePlayground((state) => state.presetId);
  const preset = presets.find(({ id }) => id === presetId);
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <section aria-label="Timeline" className="flex h-full min-h-0 min-w-0 flex-col bg-panel">
      <PanelHead title="Timeline">
        <ScenarioPicker />
        {preset && <span className="hidden truncate xl:inline">{preset.description}</span>}
        <Legend />
        <Button
          className="text-xs max-lg:ml-auto"
          aria-pressed={view === "table"}
          onClick={() => setView(view === "chart" ? "table" : "chart")}
        >
          {view === "chart" ? "Table" : "Chart"}
        </Button>
      </PanelHead>
      {!timeline ? (
        <p className="p-4 text-mute">The timeline appears with the first analysis.</p>
      ) : view === "chart" ? (
        <TimelineChart timeline={timeline} currency={currency} />
      ) : (
        <LedgerTable timeline={timeline} currency={currency} />
      )}
    </section>
  );
}

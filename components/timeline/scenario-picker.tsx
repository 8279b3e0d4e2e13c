"use client";
/** Which scenario is played: the presets' own, those that fit any document, or one of the user's. */
import { presets } from "../../lib/timeline/presets/presets";
import { scenarios } from "../../lib/timeline/scenarios";
import { useActions, usePlayground } from "../playground-context";
import { Picker } from "../ui/picker";

const known = [...presets.map((preset) => preset.scenario), ...scenarios];
const OWN = "own";

export function ScenarioPicker() {
  const scenario = usePlayground((state) => state.settings.scenario);
  const actions = useActions();
  const name = scenario?.name ?? "One request";
  // A known scenario that was edited is the user's own.
  const isKnown = scenario === null || known.includes(scenario) || known.some((each) => same(each, scenario));
  const options = (from: typeof known) => from.map((each) => ({ value: each.name, label: each.name }));
  return (
    <Picker
      label="Scenario"
      value={isKnown ? name : OWN}
      className="min-w-0 text-xs"
      groups={[
        ...(isKnown ? [] : [{ label: "", options: [{ value: OWN, label: `${name} (edited)` }] }]),
        { label: "Of the presets", options: options(presets.map((preset) => preset.scenario)) },
        { label: "For any request", options: options([...scenarios]) },
      ]}
      onPick={(picked) => {
        const found = known.find((each) => each.name === picked);
        if (found) actions.setScenario(found);
      }}
    />
  );
}

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

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
  const namesake = known.find((each) => each.name === name);
  // A known scenario that was edited is the user's own. A recorded one is long: only a namesake is compared with it.
  const isKnown = scenario === null || (namesake !== undefined && same(namesake, scenario));
  const options = (from: typeof known) => from.map((each) => ({ value: each.name, label: each.name }));
  return (
    <Picker
      label="Scenario"
      value={isKnown ? name : OWN}
      className="min-w-0 text-xs"
      groups={[
        ...(isKnown
          ? []
          : [{ label: "", options: [{ value: OWN, label: namesake ? `${name} (edited)` : name }] }]),
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

const same = (a: object, b: object): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

"use client";
/** Where markers go from the second request on: as drawn, or by a placement that is also written into the document. */
import { PLACEMENTS } from "../../lib/placement/known-placements";
import { nameOf, type Placement, placementKey } from "../../lib/placement/placement";
import { useActions, usePlayground } from "../playground-context";
import { Picker, type PickerGroup } from "../ui/picker";

const AS_DRAWN: Placement = { kind: "as-drawn" };

const GROUPS = [
  { group: "plain", label: "For anyone" },
  { group: "agent", label: "What agents do" },
  { group: "library", label: "What libraries do" },
] as const;

const optionOf = (placement: Placement) => ({ value: placementKey(placement), label: nameOf(placement) });

const knownGroups: readonly PickerGroup[] = GROUPS.map(({ group, label }) => ({
  label,
  options: PLACEMENTS.filter((known) => known.group === group)
    .map(({ placement }) => optionOf(placement))
    // Some agents place markers alike: the first name stands for all in the picker.
    .filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index),
}));

const knownKeys = new Set(PLACEMENTS.map(({ placement }) => placementKey(placement)));

export function PlacementPicker() {
  const chosen = usePlayground((state) => state.settings.placement) ?? AS_DRAWN;
  const actions = useActions();
  const key = placementKey(chosen);
  const own = chosen.kind === "anchors" && !knownKeys.has(key) ? [optionOf(chosen)] : [];
  return (
    <Picker
      label="Markers"
      value={key}
      className="text-xs"
      groups={[{ label: "", options: [optionOf(AS_DRAWN), ...own] }, ...knownGroups]}
      onPick={(picked) => {
        const placement =
          PLACEMENTS.find((known) => placementKey(known.placement) === picked)?.placement ??
          (picked === key ? chosen : AS_DRAWN);
        actions.choosePlacement(placement);
      }}
    />
  );
}

"use client";
/** Where markers go from the second request on: as drawn, or by a placement that is also written into the document. */
import { findKnown, PLACEMENTS } from "../../lib/placement/known-placements";
import { AS_DRAWN, nameOf, type Placement } from "../../lib/placement/placement";
import type { Words } from "../../lib/words/create-words";
import { useActions, usePlayground } from "../playground-context";
import { Picker, type PickerGroup } from "../ui/picker";
import { useWords } from "../words/use-words";

const GROUPS = [
  { group: "plain", label: "timeline.forAnyone" },
  { group: "agent", label: "timeline.byAgents" },
  { group: "library", label: "timeline.byLibraries" },
] as const;

/** Some agents place markers alike: each is there under its own name, which stays when it is chosen. */
const groupsIn = ({ t, say }: Words): readonly PickerGroup[] =>
  GROUPS.map(({ group, label }) => ({
    label: t(label),
    options: PLACEMENTS.filter((known) => known.group === group).map(({ id, placement }) => ({
      value: id,
      label: say(nameOf(placement)),
    })),
  }));

const OWN = "own";

/** Known placements go by their id, others by their kind. */
const keyOf = (placement: Placement): string =>
  findKnown(placement)?.id ?? (placement.kind === "anchors" ? OWN : placement.kind);

export function PlacementPicker() {
  const chosen = usePlayground((state) => state.settings.placement) ?? AS_DRAWN;
  const actions = useActions();
  const words = useWords();
  const { say } = words;
  const value = keyOf(chosen);
  const own = value === OWN ? [{ value, label: say(nameOf(chosen)) }] : [];
  return (
    <Picker
      label={words.t("timeline.markers")}
      value={value}
      className="max-w-44 shrink-0 text-xs"
      groups={[
        { label: "", options: [{ value: AS_DRAWN.kind, label: say(nameOf(AS_DRAWN)) }, ...own] },
        ...groupsIn(words),
      ]}
      onPick={(picked) => {
        if (picked === value) return;
        actions.choosePlacement(PLACEMENTS.find(({ id }) => id === picked)?.placement ?? AS_DRAWN);
      }}
    />
  );
}

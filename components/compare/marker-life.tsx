"use client";
/** How long the document's markers ask to be kept: a change of the document, since what a service takes depends on it. */
import { useMemo } from "react";
import { askForLife, readMarkerLife } from "../../lib/prompt/marker-life";
import { parsePrompt } from "../../lib/prompt/parse";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { SegmentedControl } from "../ui/segmented-control";

const LIVES = [
  { value: "usual", label: "5 minutes" },
  { value: "hour", label: "1 hour" },
] as const;

const SAID = {
  usual: "Every marker asks for the usual five minutes.",
  hour: "Every marker asks for an hour.",
} as const;

type Life = keyof typeof SAID;

export function MarkerLifeControl() {
  const { store, actions } = usePlaygroundStore();
  const text = usePlayground((state) => state.text);
  const life = useMemo(() => {
    const { prompt } = parsePrompt(text);
    return prompt ? readMarkerLife(prompt) : null;
  }, [text]);
  if (life === null) return null;

  function choose(wanted: Life): void {
    const changed = askForLife(store.getState().text, wanted);
    if (changed.ok) actions.applyEdits(changed.edits, SAID[wanted]);
    else actions.warn(changed.reason);
  }

  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="text-mute">Markers ask for</span>
      <SegmentedControl<Life | "mixed">
        label="Markers ask for"
        value={life}
        options={LIVES}
        onChange={(wanted) => {
          if (wanted !== "mixed") choose(wanted);
        }}
      />
      {life === "mixed" && <span className="text-mute">some for each</span>}
    </span>
  );
}

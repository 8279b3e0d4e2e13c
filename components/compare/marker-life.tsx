"use client";
/** How long the document's markers ask to be kept: a change of the document, since what a service takes depends on it. */
import { useMemo } from "react";
import { askForLife, readMarkerLife } from "../../lib/prompt/marker-life";
import { parsePrompt } from "../../lib/prompt/parse";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";

const LIVES = [
  { value: "usual", labelKey: "compare.lifeUsual" },
  { value: "hour", labelKey: "compare.lifeHour" },
] as const;

const SAID = {
  usual: "compare.allUsual",
  hour: "compare.allHour",
} as const;

type Life = keyof typeof SAID;

export function MarkerLifeControl() {
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();
  const text = usePlayground((state) => state.text);
  const life = useMemo(() => {
    const { prompt } = parsePrompt(text);
    return prompt ? readMarkerLife(prompt) : null;
  }, [text]);
  if (life === null) return null;

  function choose(wanted: Life): void {
    const changed = askForLife(store.getState().text, wanted);
    if (changed.ok) actions.applyEdits(changed.edits, t(SAID[wanted]));
    else actions.warn(changed.reason);
  }

  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="text-mute">{t("compare.markersAskFor")}</span>
      <SegmentedControl<Life | "mixed">
        label={t("compare.markersAskFor")}
        value={life}
        options={LIVES.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
        onChange={(wanted) => {
          if (wanted !== "mixed") choose(wanted);
        }}
      />
      {life === "mixed" && <span className="text-mute">{t("compare.lifeMixed")}</span>}
    </span>
  );
}

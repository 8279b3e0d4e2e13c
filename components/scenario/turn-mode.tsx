"use client";
/** What a turn sends. */
import type { Turn, TurnMode } from "../../lib/timeline/scenario";
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";

interface TurnModePickerProps {
  readonly turn: Turn;
  /** How the turn is called, e.g. "request 2". */
  readonly of: string;
  readonly onPick: (mode: TurnMode) => void;
}

const MODES = [
  { mode: "append", labelKey: "scenario.modeAppend" },
  { mode: "replace", labelKey: "scenario.modeReplace" },
  { mode: "repeat", labelKey: "scenario.modeRepeat" },
  { mode: "ping", labelKey: "scenario.modePing" },
  { mode: "body", labelKey: "scenario.modeBody" },
] as const;

export function TurnModePicker({ turn, of, onPick }: TurnModePickerProps) {
  const { t } = useWords();
  // There is nothing to play where nothing was recorded.
  const offered = MODES.filter(({ mode }) => mode !== "body" || turn.body !== undefined);
  return (
    <Picker
      label={t("scenario.whatIsSent", { of })}
      look="plain"
      className="border border-line bg-panel"
      value={turn.mode}
      groups={[
        { label: "", options: offered.map(({ mode, labelKey }) => ({ value: mode, label: t(labelKey) })) },
      ]}
      onPick={(picked) => {
        const found = offered.find(({ mode }) => mode === picked);
        if (found) onPick(found.mode);
      }}
    />
  );
}

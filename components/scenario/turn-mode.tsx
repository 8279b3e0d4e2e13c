"use client";
/** What a turn sends. */
import type { Turn, TurnMode } from "../../lib/timeline/scenario";
import { Picker } from "../ui/picker";

interface TurnModePickerProps {
  readonly turn: Turn;
  /** How the turn is called, e.g. "request 2". */
  readonly of: string;
  readonly onPick: (mode: TurnMode) => void;
}

const MODES: readonly { readonly mode: TurnMode; readonly label: string }[] = [
  { mode: "append", label: "Next message" },
  { mode: "replace", label: "Replace the last" },
  { mode: "repeat", label: "Same again" },
  { mode: "ping", label: "Ping, one token" },
  { mode: "body", label: "Recorded request" },
];

export function TurnModePicker({ turn, of, onPick }: TurnModePickerProps) {
  // There is nothing to play where nothing was recorded.
  const offered = MODES.filter(({ mode }) => mode !== "body" || turn.body !== undefined);
  return (
    <Picker
      label={`What is sent, ${of}`}
      look="plain"
      className="border border-line bg-panel"
      value={turn.mode}
      groups={[{ label: "", options: offered.map(({ mode, label }) => ({ value: mode, label })) }]}
      onPick={(picked) => {
        const found = offered.find(({ mode }) => mode === picked);
        if (found) onPick(found.mode);
      }}
    />
  );
}

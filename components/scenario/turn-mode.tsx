"use client";
/** What a turn sends. */
import type { Turn, TurnMode } from "../../lib/timeline/scenario";

interface TurnModePickerProps {
  readonly turn: Turn;
  readonly number: number;
  readonly onPick: (mode: TurnMode) => void;
}

const MODES: readonly { readonly mode: TurnMode; readonly label: string }[] = [
  { mode: "append", label: "Next message" },
  { mode: "replace", label: "Replace the last" },
  { mode: "repeat", label: "Same again" },
  { mode: "ping", label: "Ping, one token" },
  { mode: "body", label: "Recorded request" },
];

export function TurnModePicker({ turn, number, onPick }: TurnModePickerProps) {
  // There is nothing to play where nothing was recorded.
  const offered = MODES.filter(({ mode }) => mode !== "body" || turn.body !== undefined);
  return (
    <select
      aria-label={`What turn ${number} sends`}
      value={turn.mode}
      onChange={({ target }) => {
        const picked = offered.find(({ mode }) => mode === target.value);
        if (picked) onPick(picked.mode);
      }}
      className="min-h-6 w-full cursor-pointer rounded border border-line bg-panel px-1 [&_option]:bg-panel"
    >
      {offered.map(({ mode, label }) => (
        <option key={mode} value={mode}>
          {label}
        </option>
      ))}
    </select>
  );
}

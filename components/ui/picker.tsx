/** A labelled select that looks like a chip; the native control keeps keyboard and touch behaviour. */
import type { ReactNode } from "react";

export interface PickerOption {
  readonly value: string;
  readonly label: string;
}

export interface PickerGroup {
  readonly label: string;
  readonly options: readonly PickerOption[];
}

interface PickerProps {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly PickerGroup[];
  readonly onPick: (value: string) => void;
  readonly className?: string;
  readonly children?: ReactNode;
}

const renderOptions = (options: readonly PickerOption[]) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

export function Picker({ label, value, groups, onPick, className = "" }: PickerProps) {
  return (
    <label
      className={`inline-flex min-w-0 items-center gap-1.5 rounded-md border border-line bg-panel pl-2.5 focus-within:outline-2 focus-within:outline-accent hover:bg-hover ${className}`}
    >
      <span className="shrink-0 text-mute">{label}</span>
      <select
        value={value}
        onChange={(event) => onPick(event.target.value)}
        className="field-sizing-content min-w-0 cursor-pointer truncate bg-transparent py-1 pr-1.5 font-medium outline-none [&>optgroup]:bg-panel [&_option]:bg-panel"
      >
        {groups.map((group) =>
          group.label === "" ? (
            renderOptions(group.options)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {renderOptions(group.options)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

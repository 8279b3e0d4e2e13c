"use client";
/** Something that is on or off, with its label behind it. */
import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** The id of what says more about it. */
  readonly describedBy?: string;
  readonly children: ReactNode;
}

export function Switch({ checked, onChange, disabled = false, describedBy, children }: SwitchProps) {
  const label = useId();
  return (
    <div className="flex w-fit items-center gap-2">
      <Base.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        aria-labelledby={label}
        {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
        className="relative flex h-4.5 w-7.5 shrink-0 cursor-pointer items-center rounded-full border border-faint bg-panel px-0.5 data-checked:border-accent data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-50"
      >
        <Base.Thumb className="size-3 rounded-full bg-faint transition-transform motion-reduce:transition-none data-checked:translate-x-3 data-checked:bg-panel" />
      </Base.Root>
      {/* The switch is a button: its label is clicked for it. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the switch itself takes the keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <span id={label} className="cursor-pointer" onClick={() => !disabled && onChange(!checked)}>
        {children}
      </span>
    </div>
  );
}

"use client";
/** A number within bounds; while it is typed it may be empty or half-written without anything changing. */
import { useState } from "react";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number | "any";
  readonly className?: string;
  /** Called with numbers within the bounds only. */
  readonly onChange: (value: number) => void;
}

export function NumberField({
  label,
  value,
  min,
  max,
  step = 1,
  className = "",
  onChange,
}: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      type="number"
      aria-label={label}
      title={label}
      min={min}
      max={max}
      step={step}
      value={draft ?? value}
      onChange={({ target }) => {
        setDraft(target.value);
        const typed = target.valueAsNumber;
        if (typed >= min && typed <= max) onChange(typed);
      }}
      onBlur={() => setDraft(null)}
      className={`min-h-6 rounded border border-line bg-panel px-1.5 text-right font-mono text-xs ${className}`}
    />
  );
}

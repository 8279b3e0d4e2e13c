"use client";
/** A number within bounds; while it is typed it may be empty or half-written without anything changing. */
import { NumberField as Base } from "@base-ui/react/number-field";
import { useWords } from "../words/use-words";

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

/** As it is written in data: prices have many decimals. */
const FORMAT: Intl.NumberFormatOptions = { useGrouping: false, maximumFractionDigits: 12 };

export function NumberField({
  label,
  value,
  min,
  max,
  step = 1,
  className = "",
  onChange,
}: NumberFieldProps) {
  const { t } = useWords();
  return (
    <Base.Root
      value={value}
      min={min}
      max={max}
      step={step}
      locale="en-US"
      format={FORMAT}
      onValueChange={(typed) => {
        if (typed !== null && typed >= min && typed <= max) onChange(typed);
      }}
      render={<span className="inline-flex" />}
    >
      <Base.Input
        aria-label={label}
        aria-roledescription={t("ui.numberField")}
        className={`min-h-6 rounded border border-line bg-panel px-1.5 text-right font-mono text-xs ${className}`}
      />
    </Base.Root>
  );
}

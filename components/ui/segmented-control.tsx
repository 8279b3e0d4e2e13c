"use client";
/** One of a few choices, all of them in sight; a group of radio buttons for keyboard and screen reader. */
import { useId } from "react";

interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className="flex w-fit shrink-0 overflow-hidden rounded-md border border-line">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={`relative border-l border-line px-2.5 py-0.5 text-xs whitespace-nowrap first-of-type:border-l-0 focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-accent ${
            option.value === value ? "bg-selected font-medium text-ink" : "text-mute hover:bg-hover"
          }`}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

"use client";
/** A line of text that grows with what is typed into it; a required one keeps its last text while it is empty. */
import { useState } from "react";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly required?: boolean;
  readonly className?: string;
  readonly onChange: (value: string) => void;
}

const look =
  "field-sizing-content min-h-6 min-w-0 resize-none rounded border border-line bg-panel px-1.5 py-[3px] text-xs leading-4 placeholder:text-faint";

/** One line, as wide as its text. */
export function TextField({ required = false, className = "", ...props }: TextFieldProps) {
  const { label, value, placeholder, maxLength, onChange } = props;
  const [isEmpty, setIsEmpty] = useState(false);
  return (
    <input
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      required={required}
      value={isEmpty ? "" : value}
      onChange={({ target }) => {
        const waits = required && target.value === "";
        setIsEmpty(waits);
        if (!waits) onChange(target.value);
      }}
      onBlur={() => setIsEmpty(false)}
      className={`${look} ${className}`}
    />
  );
}

/** As many lines as its text has. */
export function GrowingText({
  label,
  value,
  placeholder,
  maxLength,
  onChange,
  className = "",
}: TextFieldProps) {
  return (
    <textarea
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className={`${look} block max-h-28 w-full ${className}`}
    />
  );
}

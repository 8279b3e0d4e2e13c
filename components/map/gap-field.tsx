"use client";
/** A field over a chip, to type the seconds between two requests. */
import { useEffect, useRef } from "react";
import { MAX_GAP_SECONDS } from "../../lib/timeline/scenario";
import { useWords } from "../words/use-words";

interface GapFieldProps {
  readonly gap: number;
  /** The request after the gap, from 0. */
  readonly index: number;
  /** Pixels from the top of the map. */
  readonly top: number;
  readonly onChange: (gap: number) => void;
  readonly onClose: () => void;
}

export function GapField({ gap, index, top, onChange, onClose }: GapFieldProps) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.select();
    return () => {
      if (before instanceof SVGElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <label
      className="absolute left-1.5 z-20 flex items-center gap-1 rounded-md border border-accent bg-panel px-1.5 py-0.5 text-xs shadow-raised"
      style={{ top }}
    >
      <span className="sr-only">{t("map.secondsBefore", { number: index + 1 })}</span>
      <input
        ref={field}
        type="number"
        min={0}
        max={MAX_GAP_SECONDS}
        defaultValue={Math.round(gap * 1000) / 1000}
        onChange={({ target }) => Number.isFinite(target.valueAsNumber) && onChange(target.valueAsNumber)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter" || event.key === "Escape") onClose();
        }}
        onBlur={onClose}
        className="w-16 bg-transparent text-right outline-none"
      />
      s
    </label>
  );
}

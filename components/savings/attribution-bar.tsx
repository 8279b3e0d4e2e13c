"use client";
/** The cost before as one bar: a piece for each measure's part, and what is still paid. */
import type { Attribution } from "../../lib/savings/attribute-savings";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { saySignedShare } from "./say-saving";

/** Shades of ink, none of the four colours: neighbours differ. */
const SHADES = [
  "bg-ink",
  "bg-ink/45",
  "bg-ink/75",
  "bg-ink/30",
  "bg-ink/90",
  "bg-ink/55",
  "bg-ink/20",
  "bg-ink/65",
];

const STRIPES = "repeating-linear-gradient(45deg, var(--bad) 0 2px, transparent 2px 5px)";

interface AttributionBarProps {
  readonly attribution: Attribution;
  /** One for each measure; below 0 where it costs more. */
  readonly parts: readonly number[];
  readonly write: (units: number) => string;
  readonly onLeave: (id: string) => void;
}

export function AttributionBar({ attribution, parts, write, onLeave }: AttributionBarProps) {
  const { t, say } = useWords();
  const { before, after, measures } = attribution;
  // What a measure costs more is paid on top of the cost before.
  const more = parts.reduce((sum, part) => sum + Math.max(0, -part), 0);
  const width = (units: number): string => `${(100 * Math.max(0, units)) / Math.max(1, before + more)}%`;
  const shade = (index: number): string => SHADES[index % SHADES.length] ?? "bg-ink";
  return (
    <>
      <div aria-hidden className="flex h-4 w-full gap-px overflow-hidden rounded border border-line bg-panel">
        {parts.map((part, index) => (
          <span key={measures[index]?.id} className={shade(index)} style={{ width: width(part) }} />
        ))}
        <span className="bg-panel" style={{ width: width(after - more) }} />
        {more > 0 && <span style={{ width: width(more), backgroundImage: STRIPES }} />}
      </div>
      <ul aria-label={t("savings.parts")} className="flex flex-col gap-0.5 text-xs">
        {parts.map((part, index) => (
          <li key={measures[index]?.id} className="flex items-baseline gap-2">
            <span
              aria-hidden
              className={`inline-block size-2.5 shrink-0 rounded-sm ${part < 0 ? "" : shade(index)}`}
              {...(part < 0 ? { style: { backgroundImage: STRIPES } } : {})}
            />
            <span className="min-w-0">{say(measures[index]?.title ?? "")}</span>
            <span className="ml-auto shrink-0 font-mono">
              {part < 0 ? "+" : "−"}
              {write(Math.abs(part))}
            </span>
            <span className="w-16 shrink-0 text-right font-mono text-mute">
              {before === 0 ? "" : say(saySignedShare(-part / before))}
            </span>
            <Button
              look="link"
              className="min-h-6 min-w-6 shrink-0 justify-center"
              aria-label={t("savings.leaveOut", { title: measures[index]?.title ?? "" })}
              onClick={() => onLeave(measures[index]?.id ?? "")}
            >
              ×
            </Button>
          </li>
        ))}
        <li className="flex items-baseline gap-2 border-t border-line-soft pt-0.5 font-medium">
          <span aria-hidden className="inline-block size-2.5 shrink-0 rounded-sm border border-line" />
          <span>{t("savings.stillPaid")}</span>
          <span className="ml-auto shrink-0 font-mono">{write(after)}</span>
          <span className="w-24 shrink-0" />
        </li>
      </ul>
    </>
  );
}

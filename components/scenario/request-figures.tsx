"use client";
/** What the cache made of a turn's requests together: their input tokens as a bar and in figures. */
import type { TurnView } from "../../lib/pipeline/analysis";
import { formatCount } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import { addFigures } from "./made-requests";

const KINDS = [
  { kind: "read", labelKey: "scenario.read", fill: "fill-read", ink: "text-read-ink" },
  { kind: "written", labelKey: "scenario.written", fill: "fill-written", ink: "text-written-ink" },
  { kind: "uncached", labelKey: "scenario.uncached", fill: "fill-uncached", ink: "text-uncached-ink" },
] as const;

/** @param views none until the requests have been played, or where they cannot be */
export function RequestFigures({ views }: { readonly views: readonly TurnView[] }) {
  const { t, say } = useWords();
  if (views.length === 0) return null;
  const sum = addFigures(views);
  const shown = KINDS.filter(({ kind }) => sum[kind] > 0);
  const reasons = views
    .slice(0, 5)
    .flatMap(({ ledger }) => ledger.reasons.map(({ message }) => say(message)));
  return (
    <div title={reasons.join("\n")} className="min-w-0">
      <div aria-hidden className="my-1 flex h-2 overflow-hidden rounded-[2px]">
        {shown.map(({ kind, fill }) => (
          <span key={kind} className={fill} style={{ flex: sum[kind] }} />
        ))}
      </div>
      <p className="flex flex-wrap gap-x-2 text-[11.5px] leading-4">
        {shown.map(({ kind, labelKey, ink }) => (
          <span key={kind} className={`whitespace-nowrap ${ink}`}>
            <span className="font-mono">{formatCount(sum[kind])}</span> {t(labelKey)}
          </span>
        ))}
      </p>
    </div>
  );
}

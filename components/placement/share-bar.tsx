"use client";
/** How many input tokens are read, written and paid in full, to scale. */
import type { Totals } from "../../lib/bill/totals";
import { formatCount } from "../../lib/values/figures";
import { useWords } from "../words/use-words";

const KINDS = [
  { kind: "read", fill: "fill-read", name: "placement.kindRead" },
  { kind: "written", fill: "fill-written", name: "placement.kindWritten" },
  { kind: "uncached", fill: "fill-uncached", name: "placement.kindUncached" },
] as const;

export function ShareBar({ totals }: { totals: Pick<Totals, "read" | "written" | "uncached"> }) {
  const { t } = useWords();
  const label = t("placement.shares", {
    read: formatCount(totals.read),
    written: formatCount(totals.written),
    uncached: formatCount(totals.uncached),
  });
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="flex h-3 w-full min-w-20 overflow-hidden rounded-[3px]"
    >
      {KINDS.map(
        ({ kind, fill }) =>
          totals[kind] > 0 && <span key={kind} className={`${fill} h-full`} style={{ flex: totals[kind] }} />,
      )}
    </span>
  );
}

/** What the colours of the bar mean. */
export function ShareKey() {
  const { t } = useWords();
  return (
    <span className="inline-flex gap-3">
      {KINDS.map(({ kind, fill, name }) => (
        <span key={kind} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`size-2.5 rounded-xs ${fill}`} />
          {t(name)}
        </span>
      ))}
    </span>
  );
}

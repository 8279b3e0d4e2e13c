/** How many input tokens are read, written and paid in full, to scale. */
import type { Totals } from "../../lib/bill/totals";
import { formatCount } from "../../lib/values/figures";

const KINDS = [
  { kind: "read", fill: "fill-read" },
  { kind: "written", fill: "fill-written" },
  { kind: "uncached", fill: "fill-uncached" },
] as const;

export function ShareBar({ totals }: { totals: Pick<Totals, "read" | "written" | "uncached"> }) {
  const label = KINDS.map(({ kind }) => `${formatCount(totals[kind])} ${kind}`).join(", ");
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
  return (
    <span className="inline-flex gap-3">
      {KINDS.map(({ kind, fill }) => (
        <span key={kind} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`size-2.5 rounded-xs ${fill}`} />
          {kind}
        </span>
      ))}
    </span>
  );
}

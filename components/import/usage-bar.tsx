/** The tokens of one request as a small stacked bar in the four colours. */
import type { DecodedUsage } from "../../lib/answers/decode-usage";

const KINDS = [
  { kind: "read", fill: "fill-read" },
  { kind: "written", fill: "fill-written" },
  { kind: "uncached", fill: "fill-uncached" },
  { kind: "completion", fill: "fill-completion" },
] as const;

interface UsageBarProps {
  readonly usage: DecodedUsage;
  /** Tokens of a bar of full width. */
  readonly most: number;
}

/** Only for the eye: the figures stand beside it. */
export function UsageBar({ usage, most }: UsageBarProps) {
  return (
    <div aria-hidden className="flex h-3 w-28 overflow-hidden rounded-xs bg-uncached-wash">
      {KINDS.filter(({ kind }) => usage[kind] > 0).map(({ kind, fill }) => (
        <span
          key={kind}
          className={`min-w-0.5 ${fill}`}
          style={{ width: `${(usage[kind] / Math.max(1, most)) * 100}%` }}
        />
      ))}
    </div>
  );
}

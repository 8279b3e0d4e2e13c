/** What a turn did: the tokens of its first request as a bar and in figures. */
import type { TurnView } from "../../lib/pipeline/analysis";
import { formatCount } from "../../lib/values/figures";

interface RequestFiguresProps {
  /** Absent until the request has been played, or where it cannot be. */
  readonly view: TurnView | undefined;
  /** Number of its first request, from 1. */
  readonly number: number;
  readonly requests: number;
}

const KINDS = [
  { kind: "read", fill: "fill-read", ink: "text-read-ink" },
  { kind: "written", fill: "fill-written", ink: "text-written-ink" },
  { kind: "uncached", fill: "fill-uncached", ink: "text-uncached-ink" },
] as const;

export function RequestFigures({ view, number, requests }: RequestFiguresProps) {
  if (!view) return <p className="text-xs text-faint">not played</p>;
  const { ledger } = view;
  const shown = KINDS.filter(({ kind }) => ledger[kind] > 0);
  return (
    <div title={ledger.reasons.map(({ message }) => message).join("\n")} className="min-w-0">
      <div aria-hidden className="my-0.5 flex h-2 overflow-hidden rounded-[2px]">
        {shown.map(({ kind, fill }) => (
          <span key={kind} className={fill} style={{ flex: ledger[kind] }} />
        ))}
      </div>
      <p className="flex flex-wrap gap-x-2 text-[11.5px] leading-4">
        <span className="text-faint">
          request {number}
          {requests > 1 ? ` to ${number + requests - 1}` : ""}
        </span>
        {shown.map(({ kind, ink }) => (
          <span key={kind} className={`whitespace-nowrap ${ink}`}>
            <span className="font-mono">{formatCount(ledger[kind])}</span> {kind}
          </span>
        ))}
      </p>
    </div>
  );
}

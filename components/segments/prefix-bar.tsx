/** One segment's share of the prompt, to scale, in the colours of what became of it. */
import type { Fate } from "../../lib/timeline/fate";

interface PrefixBarProps {
  readonly start: number;
  readonly end: number;
  readonly total: number;
  readonly fate: Fate;
  readonly label: string;
}

const share = (tokens: number, total: number): number => (total === 0 ? 0 : (tokens / total) * 100);

export function PrefixBar({ start, end, total, fate, label }: PrefixBarProps) {
  const left = share(start, total);
  const width = share(end - start, total);
  const labelFits = width < 45;
  const labelBefore = left > 50;
  return (
    <div aria-hidden className="relative h-full min-w-0">
      <div
        className="grows absolute top-1/2 flex h-3.5 min-w-[3px] -translate-y-1/2 overflow-hidden rounded-[3px]"
        style={{ left: `min(${left}%, calc(100% - 3px))`, width: `${width}%` }}
      >
        {fate.read > 0 && <span className="fill-read h-full" style={{ flex: fate.read }} />}
        {fate.written > 0 && <span className="fill-written h-full" style={{ flex: fate.written }} />}
        {fate.uncached > 0 && <span className="fill-uncached h-full" style={{ flex: fate.uncached }} />}
      </div>
      {labelFits && (
        <span
          className="absolute top-1/2 -translate-y-1/2 truncate text-[11.5px] text-faint"
          style={
            labelBefore
              ? { right: `calc(${100 - left}% + 8px)`, left: 0, textAlign: "right" }
              : { left: `calc(${left + width}% + 8px)`, right: 0 }
          }
        >
          {label}
        </span>
      )}
    </div>
  );
}

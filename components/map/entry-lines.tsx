/** Cache entries on the map: a line down from the row that wrote each, dotted until it can be read, thin once nobody asks. */
import { memo } from "react";
import type { EntryLine } from "./lay-entries";
import type { TokenScale } from "./token-scale";

interface EntryLinesProps {
  readonly lines: readonly EntryLine[];
  readonly scale: TokenScale;
  /** Place of the entry that the selected request read; -1 = none. */
  readonly highlighted: number;
}

export const EntryLines = memo(function EntryLines({ lines, scale, highlighted }: EntryLinesProps) {
  return (
    <g pointerEvents="none" aria-hidden data-entries={lines.length}>
      {lines.map(({ index, tokens, from, readable, used, to, isEnded }) => {
        const x = scale.x(tokens);
        return (
          <g key={index} data-entry={index}>
            {readable > from && (
              <line
                x1={x}
                x2={x}
                y1={from}
                y2={readable}
                stroke="var(--read)"
                strokeWidth={2}
                strokeDasharray="1.5 3"
                opacity={0.7}
              />
            )}
            {used > readable && (
              <line
                x1={x}
                x2={x}
                y1={readable}
                y2={used}
                stroke="var(--read)"
                strokeWidth={5}
                strokeLinecap="round"
                opacity={index === highlighted ? 0.55 : 0.24}
              />
            )}
            {to > used && (
              <line x1={x} x2={x} y1={used} y2={to} stroke="var(--read)" strokeWidth={2} opacity={0.28} />
            )}
            {isEnded && (
              <path
                d={`M${x - 3},${to - 3}l6,6m0,-6l-6,6`}
                stroke="var(--bad)"
                strokeWidth={1.3}
                data-ended
              />
            )}
          </g>
        );
      })}
    </g>
  );
});

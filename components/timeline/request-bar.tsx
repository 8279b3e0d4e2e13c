"use client";
/** One request as a stacked bar: read, written, uncached and completion tokens. */
import type { TurnView } from "../../lib/analysis/analysis";
import { formatClock, formatCount } from "../ui/format-number";
import { type PaintKind, paintOf } from "./fill-patterns";

interface RequestBarProps {
  readonly turn: TurnView;
  readonly number: number;
  readonly x: number;
  readonly width: number;
  readonly bottom: number;
  readonly pixelsPerToken: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

const kinds: readonly PaintKind[] = ["read", "written", "uncached", "completion"];

/** A hit of one token must still be seen. */
const MIN_HEIGHT = 2;

export function RequestBar(props: RequestBarProps) {
  const { turn, number, x, width, bottom, pixelsPerToken, selected, onSelect } = props;
  const { ledger } = turn;
  const pieces = kinds.filter((kind) => ledger[kind] > 0);
  let top = bottom;
  const figures = kinds.map((kind) => `${formatCount(ledger[kind])} ${kind}`).join(", ");
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={selected}
      aria-label={`Request ${number} at ${formatClock(turn.at)}: ${figures} tokens`}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          onSelect();
        }
      }}
      className="group cursor-pointer outline-none"
    >
      <title>{`Request ${number} at ${formatClock(turn.at)}\n${kinds.map((kind) => `${kind} ${formatCount(ledger[kind])}`).join("\n")}`}</title>
      <rect
        x={x - width / 2 - 5}
        y={0}
        width={width + 10}
        height={bottom + 18}
        rx={5}
        fill={selected ? "var(--selected)" : "transparent"}
        className="group-hover:fill-(--hover) group-focus-visible:stroke-(--accent)"
        strokeWidth={2}
      />
      {pieces.map((kind) => {
        const height = Math.max(MIN_HEIGHT, ledger[kind] * pixelsPerToken);
        top -= height;
        return (
          <rect
            key={kind}
            x={x - width / 2}
            y={top}
            width={width}
            height={height}
            fill={paintOf[kind]}
            rx={1}
          />
        );
      })}
      <text
        x={x}
        y={bottom + 13}
        textAnchor="middle"
        fontSize={11}
        fontWeight={selected ? 600 : 400}
        fill={selected ? "var(--ink)" : "var(--mute)"}
      >
        {number}
      </text>
    </g>
  );
}

"use client";
/** The axis of tokens on top of the map: lines down through the rows, the minimum, and a drag along it zooms. */
import { type PointerEvent, useState } from "react";
import { formatCount } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import { HEAD } from "./lay-rows";
import { useMapStore } from "./map-store";
import { nameTick, type TokenScale } from "./token-scale";

interface TokenAxisProps {
  readonly scale: TokenScale;
  /** Pixels at which the lines end. */
  readonly bottom: number;
  /** Tokens below which nothing is cached. */
  readonly minimum: number;
}

export function TokenLines({ scale, bottom, minimum }: TokenAxisProps) {
  const { shown, folded } = scale;
  const { t } = useWords();
  const atMinimum = minimum > Math.max(folded, shown.from) && minimum < shown.to ? scale.x(minimum) : null;
  return (
    <g pointerEvents="none" aria-hidden>
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1={scale.x(tick)}
          x2={scale.x(tick)}
          y1={HEAD - 6}
          y2={bottom}
          stroke="var(--line-soft)"
        />
      ))}
      {folded > 0 && (
        <path
          d={`M${scale.x(folded) - 5},${HEAD - 6}V${bottom}M${scale.x(folded) - 1},${HEAD - 6}V${bottom}`}
          stroke="var(--faint)"
          strokeDasharray="6 3"
          opacity={0.7}
        />
      )}
      {atMinimum !== null && (
        <>
          <line
            x1={atMinimum}
            x2={atMinimum}
            y1={HEAD - 6}
            y2={bottom}
            stroke="var(--faint)"
            strokeDasharray="2 3"
          />
          <text x={atMinimum + 4} y={bottom - 3} fontSize={11} fill="var(--faint)">
            {t("map.minimum", { tokens: formatCount(minimum) })}
          </text>
        </>
      )}
    </g>
  );
}

/** Pixels from which on a drag means a stretch. */
const LEAST_DRAG = 8;

/** A strip above the rows that stays while they scroll. */
export function TokenAxis({ scale, width }: { scale: TokenScale; width: number }) {
  const store = useMapStore();
  const [held, setHeld] = useState<{ from: number; to: number } | null>(null);

  function place(event: PointerEvent<SVGSVGElement>): number {
    const { left } = event.currentTarget.getBoundingClientRect();
    return Math.min(scale.right, Math.max(scale.left, event.clientX - left));
  }

  function drop(): void {
    if (held && Math.abs(held.to - held.from) >= LEAST_DRAG) {
      const [from, to] = [Math.min(held.from, held.to), Math.max(held.from, held.to)].map(scale.tokensAt);
      if (from !== undefined && to !== undefined) {
        store.setState({ zoom: { from: Math.round(from), to: Math.round(to) }, isFolded: false });
      }
    }
    setHeld(null);
  }

  return (
    <svg
      width={width}
      height={HEAD - 4}
      aria-hidden
      className="block cursor-col-resize touch-none"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld({ from: place(event), to: place(event) });
      }}
      onPointerMove={(event) => held && setHeld({ ...held, to: place(event) })}
      onPointerUp={drop}
      onPointerCancel={() => setHeld(null)}
      onDoubleClick={() => store.setState({ zoom: null })}
    >
      {held && (
        <rect
          x={Math.min(held.from, held.to)}
          y={0}
          width={Math.abs(held.to - held.from)}
          height={HEAD - 4}
          fill="var(--accent)"
          opacity={0.2}
        />
      )}
      {scale.ticks.map((tick) => (
        <text
          key={tick}
          x={scale.x(tick)}
          y={15}
          fontSize={11}
          textAnchor={scale.x(tick) - scale.left < 8 ? "start" : "middle"}
          fill="var(--mute)"
          className="font-mono select-none"
        >
          {nameTick(tick)}
        </text>
      ))}
    </svg>
  );
}

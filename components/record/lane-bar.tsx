/** One request in its lane: a stacked bar of read, written, uncached and completion tokens, to scale. */
import { memo } from "react";
import type { SessionRequest } from "../../lib/sessions/session-view";
import { formatClock, formatCount } from "../../lib/values/figures";
import { type PaintKind, paintOf } from "../timeline/fill-patterns";
import { MISS_SIGN } from "../timeline/miss-sign";
import { useWords } from "../words/use-words";
import { figuresOf, sayWhy } from "./say-request";

interface LaneBarProps {
  readonly request: SessionRequest;
  readonly lane: string;
  /** Pixels: middle and width of the bar, the row's upper edge, and the line on which bars stand. */
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly pixelsPerToken: number;
  readonly isSelected: boolean;
  readonly onSelect: (number: number) => void;
}

const KINDS: readonly PaintKind[] = ["read", "written", "uncached", "completion"];
/** A hit of one token must still be seen. */
const LEAST = 2;
/** What is only predicted yet is drawn paler. */
const UNDER_WAY = 0.5;

export const LaneBar = memo(function LaneBar(props: LaneBarProps) {
  const { request, lane, x, width, top, bottom, pixelsPerToken, isSelected, onSelect } = props;
  const { number, at, reason, lost, duration } = request;
  const { t, say } = useWords();
  const figures = figuresOf(request);
  const words = figures
    ? t("recordFigures.barFigures", {
        read: formatCount(figures.read),
        written: formatCount(figures.written),
        uncached: formatCount(figures.uncached),
        completion: formatCount(figures.completion),
      })
    : t("recordFigures.figuresUnknown");
  const place = { number: String(number), lane, time: formatClock(at) };
  let upper = bottom;
  return (
    <g
      role="button"
      tabIndex={isSelected ? 0 : -1}
      data-bar={number}
      aria-pressed={isSelected}
      aria-label={t("recordFigures.barLabel", { ...place, figures: words, why: sayWhy(request) })}
      onClick={() => onSelect(number)}
      className="group cursor-pointer outline-none"
    >
      <title>{[t("recordFigures.barTitle", place), words, say(reason.sentence)].join("\n")}</title>
      <rect
        x={x - width / 2 - 2}
        y={top + 2}
        width={width + 4}
        height={bottom - top + 2}
        rx={3}
        fill={isSelected ? "var(--selected)" : "transparent"}
        stroke={isSelected ? "var(--ink)" : "none"}
        strokeWidth={1.25}
        className="group-hover:fill-(--hover) group-focus-visible:stroke-(--accent) group-focus-visible:stroke-2"
      />
      {figures &&
        KINDS.filter((kind) => figures[kind] > 0).map((kind) => {
          const height = Math.max(LEAST, figures[kind] * pixelsPerToken);
          upper -= height;
          return (
            <rect
              key={kind}
              x={x - width / 2}
              y={upper}
              width={width}
              height={height}
              fill={paintOf[kind]}
              opacity={duration === null ? UNDER_WAY : 1}
            />
          );
        })}
      {!figures && (
        <rect
          x={x - width / 2 + 0.5}
          y={bottom - 10}
          width={width - 1}
          height={10}
          fill="none"
          stroke="var(--uncached)"
          strokeDasharray="2 2"
        />
      )}
      {lost > 0 && (
        <text
          aria-hidden
          x={x}
          y={Math.max(top + 12, upper - 3)}
          textAnchor="middle"
          fontSize={11}
          fontWeight={600}
          fill="var(--bad)"
        >
          {MISS_SIGN}
        </text>
      )}
    </g>
  );
});

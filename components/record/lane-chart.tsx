"use client";
/** The lanes of a session over time: a row a lane, a bar a request, long pauses cut and said. */
import { type KeyboardEvent, useEffect, useMemo } from "react";
import type { SessionView } from "../../lib/sessions/session-view";
import { formatClock, formatCount } from "../../lib/values/figures";
import { FillPatterns } from "../timeline/fill-patterns";
import { useSize } from "../ui/use-size";
import { useWords } from "../words/use-words";
import { LaneBar } from "./lane-bar";
import { rowLanes } from "./lane-rows";
import { layLanes, type Pause } from "./lay-lanes";
import { figuresOf, roundGap } from "./say-request";
import { stepThrough } from "./step-through";

interface LaneChartProps {
  readonly view: SessionView;
  /** Number of a request. */
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
}

/** Pixels. */
const AXIS = 22;
const TICK_ROOM = 56;
const OVER = 14;
const IN_VIEW = 32;
/** Seconds after which an entry has ended. */
const LIFE = 300;

/** A row is as high as its highest bar, all to one scale, and has room for its name. */
const HIGHEST = 124;
const LOWEST = 64;

/** Whole minutes, where there are any: the band has little room. */
function shortenGap(seconds: number): number {
  const rounded = roundGap(seconds);
  return rounded < 60 ? rounded : rounded - (rounded % 60);
}

function PauseBand({ pause, height }: { pause: Pause; height: number }) {
  const { from, to, seconds } = pause;
  const ends = seconds >= LIFE;
  const { t, duration } = useWords();
  const time = duration(roundGap(seconds));
  return (
    <g>
      <title>
        {ends ? t("recordFigures.nothingSentEnded", { time }) : t("recordFigures.nothingSent", { time })}
      </title>
      <rect x={from} y={0} width={Math.max(0, to - from)} height={height} fill="var(--hover)" />
      <text
        x={(from + to) / 2}
        y={12}
        textAnchor="middle"
        fontSize={10.5}
        fill={ends ? "var(--written-ink)" : "var(--mute)"}
        fontWeight={ends ? 600 : 400}
      >
        {duration(shortenGap(seconds))}
      </text>
    </g>
  );
}

/** Upper edges of the rows, and how high a token is. */
function stackRows(requests: SessionView["requests"], rowOf: readonly number[], rows: number) {
  const most = Array.from({ length: rows }, () => 0);
  for (const request of requests) {
    const figures = figuresOf(request);
    const row = rowOf[request.lane] ?? 0;
    if (figures) most[row] = Math.max(most[row] ?? 0, figures.prompt + figures.completion);
  }
  const largest = Math.max(1, ...most);
  const perToken = (HIGHEST - OVER) / largest;
  let bottom = 0;
  const tops = most.map((tokens) => {
    const top = bottom;
    bottom += Math.max(LOWEST, Math.ceil(tokens * perToken) + OVER);
    return top;
  });
  return { largest, perToken, tops: [...tops, bottom], bottom };
}

export function LaneChart({ view, selected, onSelect }: LaneChartProps) {
  const { t, say } = useWords();
  const [host, { width }] = useSize<HTMLDivElement>();
  const { lanes, requests } = view;
  const { rows, rowOf } = useMemo(() => rowLanes(lanes), [lanes]);
  const placed = useMemo(
    () => requests.map(({ at, lane }) => ({ at, lane: rowOf[lane] ?? 0, row: rowOf[lane] ?? 0 })),
    [requests, rowOf],
  );
  const layout = useMemo(() => layLanes(placed, Math.max(width, 120)), [placed, width]);
  const { largest, perToken, tops, bottom } = useMemo(
    () => stackRows(requests, rowOf, rows.length),
    [requests, rowOf, rows.length],
  );
  const at = requests.findIndex(({ number }) => number === selected);

  const middle = layout.middles[at];
  useEffect(() => {
    const { current: frame } = host;
    if (!frame || middle === undefined) return;
    const { scrollLeft: left, clientWidth: room } = frame;
    if (middle > left + room - IN_VIEW) frame.scrollLeft = middle - room + IN_VIEW;
    else if (middle < left + IN_VIEW) frame.scrollLeft = middle - IN_VIEW;
  }, [host, middle]);

  function handleKey(event: KeyboardEvent<SVGSVGElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stepThrough(placed, at, event.key);
    const request = to === null ? undefined : requests[to];
    if (!request) return;
    event.preventDefault();
    onSelect(request.number);
    event.currentTarget.querySelector<SVGGElement>(`[data-bar="${request.number}"]`)?.focus();
  }

  let lastTick = Number.NEGATIVE_INFINITY;
  return (
    <div className="flex">
      <ul aria-label={t("recordFigures.lanes")} className="w-24 shrink-0 border-r border-line-soft sm:w-36">
        {rows.map(({ name, holds }, row) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added
            key={row}
            title={say(holds)}
            style={{ height: (tops[row + 1] ?? 0) - (tops[row] ?? 0) }}
            className="flex flex-col justify-end overflow-hidden border-b border-line-soft px-3 pb-1.5 leading-4"
          >
            <span className="font-medium">{say(name)}</span>
            <span className="hidden text-[11px] text-mute sm:block">{say(holds)}</span>
          </li>
        ))}
      </ul>
      <div ref={host} className="min-w-0 flex-1 overflow-x-auto">
        <svg
          width={layout.width}
          height={bottom + AXIS}
          role="group"
          aria-label={t("recordFigures.requestsOverTime")}
          className="block"
          onKeyDown={handleKey}
        >
          <FillPatterns />
          <g aria-hidden>
            {layout.pauses.map((pause) => (
              <PauseBand key={pause.from} pause={pause} height={bottom} />
            ))}
            {tops.slice(1).map((edge) => (
              <line
                key={edge}
                x1={0}
                x2={layout.width}
                y1={edge - 0.5}
                y2={edge - 0.5}
                stroke="var(--line)"
              />
            ))}
            {layout.middles.map((middle, index) => {
              if (middle - lastTick < TICK_ROOM) return null;
              lastTick = middle;
              return (
                <text
                  // biome-ignore lint/suspicious/noArrayIndexKey: requests are only added
                  key={index}
                  x={middle}
                  y={bottom + 14}
                  textAnchor="middle"
                  fontSize={11}
                  fill="var(--mute)"
                >
                  {formatClock(requests[index]?.at ?? 0)}
                </text>
              );
            })}
          </g>
          {requests.map((request, index) => {
            const row = rowOf[request.lane] ?? 0;
            return (
              <LaneBar
                key={request.number}
                request={request}
                lane={say(lanes[request.lane]?.name ?? "")}
                x={layout.middles[index] ?? 0}
                width={layout.barWidth}
                top={tops[row] ?? 0}
                bottom={(tops[row + 1] ?? 0) - 1}
                pixelsPerToken={perToken}
                isSelected={request.number === selected}
                onSelect={onSelect}
              />
            );
          })}
        </svg>
        <p className="sr-only">{t("recordFigures.highestBar", { tokens: formatCount(largest) })}</p>
      </div>
    </div>
  );
}

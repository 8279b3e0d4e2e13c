"use client";
/** The map: a request is a row, a cache entry a line down from the row that wrote it, a hit is where they cross. */
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { changeGap } from "../../lib/timeline/edit-scenario";
import { formatClock, formatCount } from "../../lib/values/figures";
import { useCanEdit } from "../page-mode";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { FillPatterns } from "../timeline/fill-patterns";
import { hasGap } from "../timeline/has-gap";
import { useSize } from "../ui/use-size";
import { EntryLines } from "./entry-lines";
import { findCommonStart } from "./find-common-start";
import { GapChip } from "./gap-chip";
import { GapField } from "./gap-field";
import { layEntries, linesIn } from "./lay-entries";
import { findParallel, findWaits, HEAD, layRows, listEnds } from "./lay-rows";
import { MapRow } from "./map-row";
import { useMap, useMapStore } from "./map-store";
import { Diamond, MarkerLane } from "./marker-lane";
import { Notch } from "./notch";
import { OverviewStrip } from "./overview-strip";
import { countRowsHeight, RowMessages } from "./row-messages";
import { writeOutcome } from "./say-row";
import { SegmentNames } from "./segment-names";
import { TokenAxis, TokenLines } from "./token-axis";
import { createTokenScale } from "./token-scale";
import { usePartings } from "./use-partings";
import { useViewport } from "./use-viewport";

interface CacheMapProps {
  readonly timeline: TimelineView;
  readonly currency: "USD" | "CNY";
  /** True draws what is out of sight too. */
  readonly whole: boolean;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

/** Pixels from which on there is room for clocks and words. */
const WIDE = 560;
const EVERYTHING = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

export function CacheMap({ timeline, currency, whole, drawing }: CacheMapProps) {
  const { turns, entries, misses, totals } = timeline;
  const [host, { width, height }] = useSize<HTMLDivElement>();
  const clip = useId();
  const { store, actions } = usePlaygroundStore();
  const map = useMapStore();
  const { opened, ghost, baseline, played, isFolded, zoom } = useMap((state) => state);
  const selected = usePlayground((state) => state.turn);
  const request = usePlayground((state) => state.good?.request);
  const shown = usePlayground((state) => state.good?.shown);
  const stale = usePlayground((state) => state.stale);
  const canEdit = useCanEdit();
  const [typed, setTyped] = useState<number | null>(null);

  const isWide = width >= WIDE;
  const columns = useMemo(
    () => ({ width: Math.max(width, 300), outcome: Math.max(width, 300) - (isWide ? 204 : 104), isWide }),
    [width, isWide],
  );
  const longest = useMemo(
    () => turns.reduce((most, { ledger }) => Math.max(most, ledger.prompt + ledger.completion), 1),
    [turns],
  );
  const common = useMemo(() => findCommonStart(turns), [turns]);
  const scale = useMemo(
    () =>
      createTokenScale({
        longest,
        left: isWide ? 104 : 66,
        right: columns.outcome - 18,
        zoom: zoom && zoom.from < longest ? { from: zoom.from, to: Math.min(zoom.to, longest) } : null,
        fold: isFolded ? common : 0,
      }),
    [longest, columns, isWide, zoom, isFolded, common],
  );
  const ends = useMemo(() => listEnds({ turns, entries }), [turns, entries]);
  const waits = useMemo(() => findWaits(turns, ends), [turns, ends]);
  const openedHeight = opened !== null && shown?.index === opened ? countRowsHeight(shown.request) : 160;
  const layout = useMemo(
    () =>
      layRows({
        turns,
        waits,
        available: height - HEAD,
        opened: opened === null || opened >= turns.length ? null : { index: opened, height: openedHeight },
      }),
    [turns, waits, height, opened, openedHeight],
  );
  const lastAt = turns.at(-1)?.at ?? 0;
  const lines = useMemo(() => layEntries(entries, layout, lastAt), [entries, layout, lastAt]);
  const parallel = useMemo(() => findParallel(turns), [turns]);
  const missOf = useMemo(() => new Map(misses.map((miss) => [miss.index, miss])), [misses]);
  const readers = useMemo(() => new Set(entries.flatMap(({ readBy }) => readBy)), [entries]);
  const outcomes = useMemo(
    () => turns.map((turn, index) => writeOutcome(turn, missOf.get(index), ends[index] ?? null)),
    [turns, missOf, ends],
  );
  const dearest = useMemo(
    () => turns.reduce((most, { ledger }) => Math.max(most, ledger.cost ?? 0), Number.MIN_VALUE),
    [turns],
  );

  const inSight = useViewport(host, height);
  const view = whole ? EVERYTHING : inSight;
  const { first, last } = layout.rowsIn(view.top, view.bottom);
  const drawnLines = useMemo(
    () => linesIn(lines, scale.x, { top: view.top, bottom: view.bottom }),
    [lines, scale, view.top, view.bottom],
  );
  const partings = usePartings(timeline, first, last);

  const select = useCallback((index: number) => actions.selectTurn(index), [actions]);
  const open = useCallback(
    (index: number) => {
      actions.selectTurn(index);
      map.setState((state) => ({ opened: state.opened === index ? null : index }));
    },
    [actions, map],
  );
  const setGap = useCallback(
    (index: number, gap: number) => {
      const { good, settings } = store.getState();
      const turn = good?.timeline.turns[index]?.turn;
      if (settings.scenario && turn !== undefined) {
        actions.setScenario(changeGap(settings.scenario, turn, gap));
      }
    },
    [store, actions],
  );
  const originX = useCallback(() => drawing.current?.getBoundingClientRect().left ?? 0, [drawing]);

  // What is selected is in sight, wherever it was selected.
  useEffect(() => {
    const box = host.current;
    const place = layout.rows[selected];
    if (!box || !place || height === 0) return;
    const [top, bottom] = [(place.wait ?? place).top, Math.min(place.bottom, place.top + height - HEAD - 40)];
    if (top < box.scrollTop + HEAD) box.scrollTop = top - HEAD - 8;
    else if (bottom > box.scrollTop + height - 12) box.scrollTop = bottom - height + 24;
  }, [host, layout, selected, height]);

  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    host.current?.querySelector<SVGElement>(`[data-row="${wanted.current}"]`)?.focus({ preventScroll: true });
    wanted.current = null;
  });

  function handleKey(event: KeyboardEvent): void {
    const row = (event.target as Element).getAttribute("data-row");
    if (row === null) return;
    const index = Number(row);
    const { key, altKey, shiftKey } = event;
    if (altKey && (key === "ArrowLeft" || key === "ArrowRight")) {
      const turn = turns[index];
      const before = turns[index - 1];
      if (!turn || !before || !canEdit || !hasGap(turn)) return;
      const step = (shiftKey ? 60 : 10) * (key === "ArrowLeft" ? -1 : 1);
      setGap(index, Math.max(0, turn.at - before.at + step));
    } else if (key === "Enter" || key === " ") open(index);
    else if (key === "ArrowRight") {
      if (opened !== index) open(index);
    } else if (key === "ArrowLeft" || key === "Escape") map.setState({ opened: null });
    else {
      const target = {
        ArrowDown: index + 1,
        ArrowUp: index - 1,
        Home: 0,
        End: turns.length - 1,
        PageDown: index + 10,
        PageUp: index - 10,
      }[key];
      if (target === undefined) return;
      const next = Math.min(turns.length - 1, Math.max(0, target));
      wanted.current = next;
      select(next);
    }
    event.preventDefault();
  }

  const sent = played === null ? turns.length : Math.ceil(played);
  const playedTo = layout.rows[sent]?.barTop ?? layout.height;
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  const readEntry = entries.findLastIndex(
    ({ readBy, tokens }) => readBy.includes(selected) && tokens === turns[selected]?.ledger.read,
  );
  const lastEnd = entries.reduce((latest, { expiresAt }) => Math.max(latest, expiresAt), 0);
  const isOwn = canEdit && !stale;

  return (
    <div className="relative flex min-h-0 flex-1">
      <div
        ref={host}
        className={`min-w-0 flex-1 overflow-x-hidden overflow-y-auto ${stale ? "opacity-60" : ""}`}
        onKeyDown={handleKey}
      >
        <div className="sticky top-0 z-10 bg-panel/95">
          <TokenAxis scale={scale} width={columns.width} />
        </div>
        <div className="relative" style={{ marginTop: 4 - HEAD }}>
          <svg
            ref={drawing}
            width={columns.width}
            height={layout.height}
            role="group"
            aria-label="Map of the requests: one row a request, one line a cache entry"
            className="block"
          >
            <FillPatterns />
            <clipPath id={clip}>
              <rect x={0} y={0} width={columns.width} height={playedTo} />
            </clipPath>
            <TokenLines scale={scale} bottom={layout.height - 18} minimum={request?.minimum ?? 0} />
            {rows.map((index) => {
              const turn = turns[index];
              const place = layout.rows[index];
              const outcome = outcomes[index];
              if (!turn || !place || !outcome) return null;
              return (
                <MapRow
                  key={index}
                  turn={turn}
                  index={index}
                  place={place}
                  scale={scale}
                  columns={columns}
                  isRoomy={layout.isRoomy}
                  selected={index === selected}
                  opened={index === opened}
                  isAhead={index >= sent}
                  outcome={outcome}
                  miss={missOf.get(index)}
                  currency={currency}
                  moneyWidth={
                    ((turn.ledger.cost ?? 0) / dearest) * Math.max(columns.width - columns.outcome - 76, 0)
                  }
                  moneyPer={1}
                  ghost={ghost?.rows[index]}
                  baseline={baseline?.rows[index]}
                  onSelect={select}
                  onOpen={open}
                />
              );
            })}
            <g clipPath={`url(#${clip})`}>
              <EntryLines lines={drawnLines} scale={scale} highlighted={readEntry} />
            </g>
            {rows.map((index) => {
              const turn = turns[index];
              const place = layout.rows[index];
              if (!turn || !place || index >= sent) return null;
              const parting = missOf.has(index) ? partings.get(index) : null;
              const before = turns[index - 1];
              const middle = (place.barTop + place.barBottom) / 2;
              return (
                <g key={index}>
                  {place.wait && (
                    <WaitLine
                      y={layout.yAt(ends[index] ?? 0)}
                      at={ends[index] ?? 0}
                      left={scale.left}
                      right={columns.outcome - 10}
                    />
                  )}
                  {readers.has(index) && turn.ledger.read > 0 && (
                    <circle
                      cx={scale.x(turn.ledger.read)}
                      cy={middle}
                      r={layout.isRoomy ? 4.6 : 3.8}
                      fill="var(--panel)"
                      stroke="var(--read)"
                      strokeWidth={2.2}
                      pointerEvents="none"
                      data-hit={index}
                    />
                  )}
                  {index > 0 &&
                    layout.isRoomy &&
                    turn.breakpoints
                      .filter((tokens) => index === selected || !before?.breakpoints.includes(tokens))
                      .map((tokens) => (
                        <g key={tokens} pointerEvents="none" aria-hidden>
                          <Diamond x={scale.x(tokens)} y={place.barBottom + 9} look="hollow" />
                        </g>
                      ))}
                  {parting && (
                    <Notch
                      parting={parting}
                      place={place}
                      scale={scale}
                      isRoomy={layout.isRoomy}
                      right={columns.outcome - 8}
                    />
                  )}
                  {before && turn.at >= before.at && (
                    <GapChip
                      index={index}
                      gap={turn.at - before.at}
                      x={layout.isRoomy ? 8 : 36}
                      y={layout.isRoomy ? (place.wait ? place.wait.bottom - 8 : place.top + 1) : middle}
                      isEditable={isOwn && hasGap(turn)}
                      isInTabOrder={index === selected}
                      isTooLong={waits.has(index)}
                      onChange={setGap}
                      onType={setTyped}
                    />
                  )}
                </g>
              );
            })}
            {parallel
              .filter((run) => run.last >= first && run.first <= last)
              .map((run) => {
                const [top, bottom] = [
                  layout.rows[run.first]?.barTop ?? 0,
                  layout.rows[run.last]?.barBottom ?? 0,
                ];
                return (
                  <path
                    key={run.first}
                    d={`M${scale.left - 4},${top}h-5V${bottom}h5`}
                    fill="none"
                    stroke="var(--mute)"
                    strokeWidth={1.4}
                    pointerEvents="none"
                    data-parallel={`${run.first} ${run.last}`}
                  />
                );
              })}
            {layout.isRoomy &&
              [0, selected].map((index, order) => {
                const place = layout.rows[index];
                const view = index === 0 ? request : shown?.index === index ? shown.request : undefined;
                if (!place || !view || (order === 1 && index === 0)) return null;
                return <SegmentNames key={index} request={view} y={place.barTop - 4} scale={scale} />;
              })}
            {request && layout.rows[0] && first === 0 && (
              <MarkerLane
                request={request}
                place={layout.rows[0]}
                scale={scale}
                isRoomy={layout.isRoomy}
                isEditable={isOwn}
                cost={totals.cost}
                currency={currency}
                originX={originX}
              />
            )}
            {lastEnd > lastAt && last === turns.length - 1 && (
              <text x={scale.left} y={layout.height - 6} fontSize={11} fill="var(--mute)" aria-hidden>
                {entries.length === 1 ? "the entry lives" : "entries live"} until {formatClock(lastEnd)}{" "}
                unless they are read again
              </text>
            )}
            {entries.length === 0 && (
              <text x={scale.left} y={layout.height - 6} fontSize={11} fill="var(--mute)">
                No cache entries: no marker takes effect.
              </text>
            )}
          </svg>
          {opened !== null && layout.rows[opened]?.opened && (
            <RowMessages
              place={layout.rows[opened].opened}
              index={opened}
              left={isWide ? 34 : 8}
              isEditable={isOwn}
              onClose={() => {
                wanted.current = opened;
                map.setState({ opened: null });
              }}
            />
          )}
          {typed !== null && layout.rows[typed] && (
            <GapField
              gap={(turns[typed]?.at ?? 0) - (turns[typed - 1]?.at ?? 0)}
              index={typed}
              top={layout.rows[typed].top - 10}
              onChange={(gap) => setGap(typed, gap)}
              onClose={() => setTyped(null)}
            />
          )}
        </div>
      </div>
      {layout.height > height * 1.5 && (
        <OverviewStrip timeline={timeline} layout={layout} host={host} height={height} misses={missOf} />
      )}
      <p className="sr-only" role="note">
        {formatCount(turns.length)} requests. Arrow keys move between them, Enter lists the messages, Alt with
        left or right changes the wait before.
      </p>
    </div>
  );
}

interface WaitLineProps {
  readonly y: number;
  /** Seconds. */
  readonly at: number;
  readonly left: number;
  readonly right: number;
}

/** Where the last entry ends within a wait. */
function WaitLine({ y, at, left, right }: WaitLineProps) {
  return (
    <g pointerEvents="none" aria-hidden data-entries-end={Math.round(at)}>
      <line x1={left} x2={right} y1={y} y2={y} stroke="var(--bad)" strokeDasharray="3 3" opacity={0.7} />
      <text x={right + 6} y={y + 4} fontSize={11.5} fill="var(--bad)">
        entries end {formatClock(at)}
      </text>
    </g>
  );
}

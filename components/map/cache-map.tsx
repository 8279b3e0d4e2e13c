"use client";
/** The map: a request is a row, a cache entry a line down from the row that wrote it, a hit is where they cross. */
import { type RefObject, useCallback, useId, useMemo, useState } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { formatClock } from "../../lib/values/figures";
import { useCanEdit } from "../page-mode";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { FillPatterns } from "../timeline/fill-patterns";
import { useHoverCard } from "../timeline/hover-card";
import { useGapChanges } from "../timeline/use-gap-changes";
import { useSize } from "../ui/use-size";
import { ChangingMarks, countChipsWidth } from "./changing-marks";
import { EntryLines } from "./entry-lines";
import { type DroppedMarker, LaterMarkers } from "./later-markers";
import { linesIn } from "./lay-entries";
import { HEAD } from "./lay-rows";
import { MapRow } from "./map-row";
import { useMap, useMapStore } from "./map-store";
import { MapWindows } from "./map-windows";
import { MarkerLane } from "./marker-lane";
import { OverviewStrip } from "./overview-strip";
import { sayNoEntries } from "./played-banner";
import { RowCard } from "./row-card";
import { RowGround } from "./row-ground";
import { RowMarks } from "./row-marks";
import { countRowsHeight } from "./row-messages";
import { SegmentNames } from "./segment-names";
import { TokenAxis, TokenLines } from "./token-axis";
import { useMapKeys } from "./use-map-keys";
import { useMapLayout } from "./use-map-layout";
import { usePartings } from "./use-partings";
import { useSelectedInSight } from "./use-selected-in-sight";
import { useViewport } from "./use-viewport";

interface CacheMapProps {
  readonly timeline: TimelineView;
  readonly currency: Currency;
  /** True draws what is out of sight too. */
  readonly whole: boolean;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

const EVERYTHING = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
/** Pixels of an opened row while its messages are on their way. */
const WAITING = 160;

export function CacheMap({ timeline, currency, whole, drawing }: CacheMapProps) {
  const { turns, entries, totals } = timeline;
  const [host, { width, height }] = useSize<HTMLDivElement>();
  const clip = useId();
  const { store, actions } = usePlaygroundStore();
  const map = useMapStore();
  const { isOpened, ghost, baseline, played, isFolded, zoom } = useMap((state) => state);
  const selected = usePlayground((state) => state.turn);
  const opened = isOpened ? selected : null;
  const request = usePlayground((state) => state.good?.request);
  const shown = usePlayground((state) => state.good?.shown);
  const stale = usePlayground((state) => state.stale);
  const moneyPer = usePlayground((state) => state.moneyPer);
  const canEdit = useCanEdit() && !stale;
  const [typed, setTyped] = useState<number | null>(null);
  const [dropped, setDropped] = useState<DroppedMarker | null>(null);
  const isAsked = dropped?.timeline === timeline && dropped.turn === selected;
  const openedHeight = shown && shown.index === opened ? countRowsHeight(shown.request) : WAITING;
  const layout = useMapLayout(timeline, currency, { width, height, zoom, isFolded, opened, openedHeight });
  const { columns, scale, rows, missOf } = layout;

  const inSight = useViewport(host, height);
  const { top, bottom } = whole ? EVERYTHING : inSight;
  const { first, last } = rows.rowsIn(top, bottom);
  const lines = useMemo(
    () => linesIn(layout.lines, scale.x, { top, bottom }),
    [layout.lines, scale, top, bottom],
  );
  const partings = usePartings(timeline, first, last);

  const open = useCallback(
    (index: number) => {
      const isSelected = store.getState().turn === index;
      actions.selectTurn(index);
      map.setState((state) => ({ isOpened: !(isSelected && state.isOpened) }));
    },
    [store, actions, map],
  );
  const { setGap, nudge } = useGapChanges();
  const originX = useCallback(() => drawing.current?.getBoundingClientRect().left ?? 0, [drawing]);
  const focusRow = useMapKeys({
    host,
    turns,
    canEdit,
    onSelect: actions.selectTurn,
    onOpen: open,
    onNudge: nudge,
  });

  useSelectedInSight(host, rows, selected, height);

  const cards = useHoverCard<number>();
  const sent = played === null ? turns.length : Math.ceil(played);
  const inView = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  const readEntry = entries.findLastIndex(
    ({ readBy, tokens }) => readBy.includes(selected) && tokens === turns[selected]?.ledger.read,
  );
  const lastAt = turns.at(-1)?.at ?? 0;
  const lastEnd = entries.reduce((latest, { expiresAt }) => Math.max(latest, expiresAt), 0);

  return (
    <div className="relative flex min-h-0 flex-1">
      <div ref={host} className="min-w-0 flex-1 overflow-x-hidden overflow-y-auto">
        <div className="sticky top-0 z-10 bg-panel/95">
          <TokenAxis scale={scale} width={columns.width} />
        </div>
        <div className="relative" style={{ marginTop: 4 - HEAD }}>
          <svg
            ref={drawing}
            width={columns.width}
            height={rows.height}
            role="group"
            aria-label="Map of the requests: one row a request, one line a cache entry"
            className="block"
          >
            <FillPatterns />
            <clipPath id={clip}>
              <rect width={columns.width} height={rows.rows[sent]?.barTop ?? rows.height} />
            </clipPath>
            {inView.map((index) => {
              const place = rows.rows[index];
              return (
                place && (
                  <RowGround
                    key={index}
                    index={index}
                    place={place}
                    width={columns.width}
                    outcome={columns.isWide ? columns.outcome : columns.width}
                    card={cards.handlersFor(index)}
                    selected={index === selected}
                    opened={index === opened}
                    label={layout.sentences[index] ?? ""}
                    onSelect={actions.selectTurn}
                    onOpen={open}
                  />
                )
              );
            })}
            <TokenLines scale={scale} bottom={rows.height - 18} minimum={request?.minimum ?? 0} />
            <g clipPath={`url(#${clip})`}>
              <EntryLines lines={lines} scale={scale} highlighted={readEntry} />
            </g>
            {inView.map((index) => {
              const turn = turns[index];
              const place = rows.rows[index];
              const outcome = layout.outcomes[index];
              if (!turn || !place || !outcome) return null;
              const moneyRoom = Math.max(columns.width - columns.outcome - 88, 0);
              return (
                <MapRow
                  key={index}
                  turn={turn}
                  index={index}
                  place={place}
                  scale={scale}
                  columns={columns}
                  isRoomy={rows.isRoomy}
                  isAhead={index >= sent}
                  outcome={outcome}
                  miss={missOf.get(index)}
                  currency={currency}
                  moneyWidth={((turn.ledger.cost ?? 0) / layout.dearest) * moneyRoom}
                  moneyPer={moneyPer}
                  ghost={ghost?.rows[index]}
                  baseline={baseline?.rows[index]}
                />
              );
            })}
            {inView.map((index) => {
              const turn = turns[index];
              return turn && index < sent ? (
                <RowMarks
                  key={index}
                  layout={layout}
                  index={index}
                  turn={turn}
                  before={turns[index - 1]}
                  selected={index === selected}
                  parting={(missOf.has(index) && partings.get(index)) || null}
                  isEditable={canEdit}
                  isCompared={ghost !== null}
                  onGap={setGap}
                  onType={setTyped}
                />
              ) : null;
            })}
            {layout.parallel
              .filter((run) => run.last >= first && run.first <= last)
              .map((run) => (
                <path
                  key={run.first}
                  d={`M${scale.left - 4},${rows.rows[run.first]?.barTop}h-5V${rows.rows[run.last]?.barBottom}h5`}
                  fill="none"
                  stroke="var(--mute)"
                  strokeWidth={1.4}
                  pointerEvents="none"
                  data-parallel={`${run.first} ${run.last}`}
                />
              ))}
            {rows.isRoomy && columns.isWide && request && (
              <SegmentNames
                request={request}
                y={(rows.rows[0]?.barTop ?? 0) - 4}
                scale={scale}
                taken={countChipsWidth(timeline.changing, scale)}
              />
            )}
            {rows.isRoomy && columns.isWide && shown && shown.index > 0 && shown.index === selected && (
              <SegmentNames
                request={shown.request}
                y={(rows.rows[selected]?.barTop ?? 0) - 4}
                scale={scale}
                taken={0}
              />
            )}
            {rows.isRoomy && rows.rows[0] && first === 0 && columns.isWide && (
              <ChangingMarks
                changing={timeline.changing}
                scale={scale}
                y={rows.rows[0].barTop}
                height={rows.barHeight}
                lastMarker={turns[0]?.breakpoints.at(-1) ?? 0}
                isEditable={canEdit}
              />
            )}
            {rows.isRoomy && shown && shown.index > 0 && shown.index === selected && rows.rows[selected] && (
              <LaterMarkers
                shown={shown}
                place={rows.rows[selected]}
                scale={scale}
                isEditable={canEdit}
                originX={originX}
                onDrop={(moved) => setDropped({ moved, timeline, turn: selected })}
              />
            )}
            {request && rows.rows[0] && first === 0 && (
              <MarkerLane
                request={request}
                place={rows.rows[0]}
                scale={scale}
                isRoomy={rows.isRoomy}
                isEditable={canEdit}
                cost={totals.cost}
                currency={currency}
                originX={originX}
              />
            )}
            <text x={scale.left} y={rows.height - 6} fontSize={11} fill="var(--mute)">
              {entries.length === 0
                ? sayNoEntries(timeline.playedBy)
                : lastEnd > lastAt
                  ? `the last entry ends at ${formatClock(lastEnd)} if nothing reads it again`
                  : "one row a request, one line a cache entry: a hit is where they cross"}
            </text>
          </svg>
          <MapWindows
            timeline={timeline}
            layout={layout}
            selected={selected}
            isOpened={isOpened}
            isEditable={canEdit}
            currency={currency}
            typed={typed}
            onGap={setGap}
            onTyped={() => setTyped(null)}
            moved={isAsked ? dropped.moved : null}
            onMoved={() => setDropped(null)}
            onFocusRow={focusRow}
          />
        </div>
      </div>
      {cards.shown !== null && (
        <RowCard
          timeline={timeline}
          index={cards.shown}
          miss={missOf.get(cards.shown)}
          currency={currency}
          host={host}
        />
      )}
      {rows.height > height * 1.5 && (
        <OverviewStrip timeline={timeline} layout={rows} host={host} height={height} misses={missOf} />
      )}
    </div>
  );
}

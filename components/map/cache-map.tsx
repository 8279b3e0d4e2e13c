"use client";
/** The map: a request is a row, a cache entry a line down from the row that wrote it, a hit is where they cross. */
import { type RefObject, useCallback, useId, useMemo, useState } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { useCanEdit } from "../page-mode";
import { useActions, usePlayground } from "../playground-context";
import { FillPatterns } from "../timeline/fill-patterns";
import { useHoverCard } from "../timeline/hover-card";
import { useGapChanges } from "../timeline/use-gap-changes";
import { useSize } from "../ui/use-size";
import { useWords } from "../words/use-words";
import { ChangingMarks, countChipsWidth } from "./changing-marks";
import { CoveredMarkers } from "./covered-markers";
import { EntryLines } from "./entry-lines";
import { LaneTracks, laneBeside } from "./lane-tracks";
import { type DroppedMarker, LaterMarkers } from "./later-markers";
import { linesIn } from "./lay-entries";
import { HEAD } from "./lay-rows";
import { MapFoot } from "./map-foot";
import { MapRow } from "./map-row";
import { useMap, useMapStore, withRow } from "./map-store";
import { MapWindows } from "./map-windows";
import { MarkerLane } from "./marker-lane";
import { OverviewStrip } from "./overview-strip";
import { ParallelBrackets } from "./parallel-brackets";
import { RowCard } from "./row-card";
import { RowGround } from "./row-ground";
import { RowMarks } from "./row-marks";
import { countRowsHeight, WAITING } from "./row-messages";
import { SegmentNames } from "./segment-names";
import { TokenAxis, TokenLines } from "./token-axis";
import { MAP_KEYS, useMapKeys } from "./use-map-keys";
import { useMapLayout } from "./use-map-layout";
import { useOpenedRows } from "./use-opened-rows";
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

export function CacheMap({ timeline, currency, whole, drawing }: CacheMapProps) {
  const { turns, entries, totals } = timeline;
  const { t, say } = useWords();
  const [host, { width, height }] = useSize<HTMLDivElement>();
  const clip = useId();
  const actions = useActions();
  const map = useMapStore();
  const { ghost, baseline, played, isFolded, zoom, coverFrom: cover } = useMap((state) => state);
  const coverFrom = cover ?? turns.length;
  const selected = usePlayground((state) => state.turn);
  const request = usePlayground((state) => state.good?.request);
  const shown = usePlayground((state) => state.good?.shown);
  const stale = usePlayground((state) => state.stale);
  const moneyPer = usePlayground((state) => state.moneyPer);
  const canEdit = useCanEdit() && !stale;
  const [typed, setTyped] = useState<number | null>(null);
  const [dropped, setDropped] = useState<DroppedMarker | null>(null);
  const isAsked = dropped?.timeline === timeline && (dropped.turn === 0 || dropped.turn === selected);
  const listed = useOpenedRows(timeline);
  const opened = useMemo(
    () => new Map([...listed].map(([index, row]) => [index, row ? countRowsHeight(row.request) : WAITING])),
    [listed],
  );
  const layout = useMapLayout(timeline, currency, { width, height, zoom, isFolded, opened, coverFrom });
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
    (index: number) =>
      map.setState((state) => ({ opened: withRow(state.opened, index, !state.opened.has(index)) })),
    [map],
  );
  const { setGap, nudge } = useGapChanges();
  const originX = useCallback(() => drawing.current?.getBoundingClientRect().left ?? 0, [drawing]);
  const bringInSight = useSelectedInSight(host, rows, selected, height);
  const focusRow = useMapKeys({
    host,
    turns,
    scale,
    longest: layout.longest,
    canEdit,
    onSelect: (index) => {
      actions.selectTurn(index);
      bringInSight(index);
    },
    onOpen: open,
    onNudge: nudge,
  });

  const cards = useHoverCard<number>();
  const sent = played === null ? turns.length : Math.ceil(played);
  const inView = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  const openedInSight = new Map(
    [...listed].filter(([index]) => inView.includes(index) || index === selected),
  );
  const isCovered = selected >= coverFrom;
  const readEntry = entries.findLastIndex(
    ({ readBy, tokens }) => readBy.includes(selected) && tokens === turns[selected]?.ledger.read,
  );

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
            aria-label={t("map.label")}
            aria-keyshortcuts={MAP_KEYS}
            className="block"
          >
            <FillPatterns />
            <clipPath id={clip}>
              <rect
                width={columns.width}
                height={rows.rows[Math.min(sent, coverFrom)]?.barTop ?? rows.height}
              />
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
                    opened={opened.has(index)}
                    label={say(layout.sentences[index] ?? "")}
                    onSelect={actions.selectTurn}
                    onOpen={open}
                  />
                )
              );
            })}
            <TokenLines scale={scale} bottom={rows.height - 18} minimum={request?.minimum ?? 0} />
            <g clipPath={`url(#${clip})`}>
              <EntryLines lines={lines} scale={scale} highlighted={isCovered ? -1 : readEntry} />
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
                  isCovered={index >= coverFrom}
                  outcome={outcome}
                  miss={missOf.get(index)}
                  lane={laneBeside(layout, index)}
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
            {layout.lanes && <LaneTracks layout={layout} lanes={layout.lanes} first={first} last={last} />}
            <ParallelBrackets layout={layout} first={first} last={last} />
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
            {request && rows.rows[0] && first === 0 && coverFrom === 0 && (
              <CoveredMarkers
                request={request}
                scale={scale}
                y={rows.rows[0].barBottom + (rows.isRoomy ? 9 : -1)}
              />
            )}
            {request && rows.rows[0] && first === 0 && coverFrom > 0 && (
              <MarkerLane
                request={request}
                place={rows.rows[0]}
                scale={scale}
                isRoomy={rows.isRoomy}
                isEditable={canEdit}
                cost={totals.cost}
                currency={currency}
                originX={originX}
                onAsk={(moved) => setDropped({ moved, timeline, turn: 0 })}
              />
            )}
            <MapFoot timeline={timeline} x={scale.left} y={rows.height - 6} isCovered={cover !== null} />
          </svg>
          <MapWindows
            timeline={timeline}
            layout={layout}
            opened={openedInSight}
            isEditable={canEdit}
            currency={currency}
            typed={typed}
            onGap={setGap}
            onTyped={() => setTyped(null)}
            dropped={isAsked ? dropped : null}
            onMoved={() => setDropped(null)}
            onFocusRow={focusRow}
          />
        </div>
      </div>
      {cards.shown !== null && cards.shown < coverFrom && (
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

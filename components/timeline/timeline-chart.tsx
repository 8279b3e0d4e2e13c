"use client";
/** Requests over time: what each read and wrote, what had been paid by then, and how long the entries lived. */
import { Group } from "@visx/group";
import { scaleLinear } from "@visx/scale";
import { type PointerEvent, type RefObject, useCallback, useEffect, useId, useMemo, useState } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { greatestOf } from "../../lib/values/long-lists";
import { sayNoEntries } from "../map/played-banner";
import { useCanEdit } from "../page-mode";
import { useActions, usePlayground } from "../playground-context";
import { useSize } from "../ui/use-size";
import { useWords } from "../words/use-words";
import { describeEntry, EntryLanes } from "./entry-lanes";
import { FillPatterns } from "./fill-patterns";
import { hasGap } from "./has-gap";
import { HoverCard, useHoverCard } from "./hover-card";
import { listVisible } from "./list-visible";
import { listMoneyLines } from "./money-lines";
import { MoneyStrip } from "./money-strip";
import { RequestBar } from "./request-bar";
import { RequestCard } from "./request-card";
import { StaleNote } from "./stale-note";
import { TimeAxis } from "./time-axis";
import { TtlCliff } from "./ttl-cliff";
import { LANE_HEIGHT, MARGIN, useChartLayout } from "./use-chart-layout";
import { useGapEdits } from "./use-gap-edits";
import { useVisibleRange } from "./use-visible-range";
import { ValueAxes } from "./value-axes";

const EVERYTHING = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

interface TimelineChartProps {
  readonly timeline: TimelineView;
  readonly currency: Currency;
  readonly zoom: number;
  /** True draws what is beyond the screen too. */
  readonly whole: boolean;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

export function TimelineChart({ timeline, currency, zoom, whole, drawing }: TimelineChartProps) {
  const [host, { width, height }] = useSize<HTMLDivElement>();
  const selected = usePlayground((state) => state.turn);
  const moneyPer = usePlayground((state) => state.moneyPer);
  const outlined = usePlayground(
    ({ highlighted, good }) =>
      good?.shown.request.segments.findIndex(({ pointer }) => pointer === highlighted) ?? -1,
  );
  const actions = useActions();
  const canEdit = useCanEdit();
  const cardId = useId();
  const { t, say } = useWords();
  const [allLanes, setAllLanes] = useState(false);
  const { turns, entries, misses } = timeline;
  const missOf = useMemo(() => new Map(misses.map((miss) => [miss.index, miss])), [misses]);
  const starts = useMemo(() => turns.map(({ at }) => at), [turns]);
  const lines = useMemo(() => listMoneyLines(timeline), [timeline]);

  const { drag, grabRequest, nudge } = useGapEdits();
  const layout = useChartLayout(timeline, {
    width,
    height,
    zoom,
    fixed: drag?.scale,
    allLanes: allLanes || whole,
  });
  const { scale, bottom, pixelsPerToken } = layout;
  const { pixelsPerSecond, barWidth } = scale;
  const startDrag = useCallback(
    (event: PointerEvent, index: number) => grabRequest(event, index, { pixelsPerSecond, barWidth }),
    [grabRequest, pixelsPerSecond, barWidth],
  );
  const onScreen = useVisibleRange(host, width);
  const visible = whole ? EVERYTHING : onScreen;
  const drawn = listVisible(scale, turns.length, visible, selected);

  const { shown, handlersFor, hide } = useHoverCard<string>();
  useEffect(() => {
    const element = host.current;
    element?.addEventListener("scroll", hide, { passive: true });
    return () => element?.removeEventListener("scroll", hide);
  }, [host, hide]);

  /** The arrow keys go from request to request: a conversation of hundreds is one stop of the Tab key. */
  const go = useCallback(
    (to: "before" | "after" | "first" | "last") => {
      const last = turns.length - 1;
      const next = { before: selected - 1, after: selected + 1, first: 0, last }[to];
      if (next < 0 || next > last) return;
      actions.selectTurn(next);
      requestAnimationFrame(() =>
        host.current
          ?.querySelector<SVGGElement>(`[data-request="${next + 1}"]`)
          ?.focus({ preventScroll: true }),
      );
    },
    [actions, host, selected, turns.length],
  );

  // What is selected elsewhere comes into sight; under a pointer that drags nothing is scrolled.
  const selectedX = scale.barX(selected);
  const isDragging = drag !== null;
  useEffect(() => {
    const element = host.current;
    if (!element || isDragging || width === 0) return;
    const { scrollLeft } = element;
    if (selectedX < scrollLeft + MARGIN.left || selectedX > scrollLeft + width - MARGIN.right) {
      element.scrollLeft = selectedX - width / 2;
    }
  }, [host, selectedX, width, isDragging]);

  const tokens = useMemo(
    () => scaleLinear<number>({ domain: [0, 1], range: [bottom, bottom - pixelsPerToken] }),
    [bottom, pixelsPerToken],
  );
  const { moneyTop, moneyBottom } = layout;
  const money = useMemo(() => {
    const highest = Math.max(greatestOf(lines.map(({ sums }) => sums.at(-1) ?? 0)), Number.MIN_VALUE);
    return scaleLinear<number>({ domain: [0, highest], range: [moneyBottom - 2, moneyTop + 6] });
  }, [lines, moneyTop, moneyBottom]);
  const y = useCallback((amount: number): number => money(amount) ?? 0, [money]);

  const axes = (
    <ValueAxes
      layout={layout}
      tokens={tokens}
      money={money}
      currency={currency}
      moneyPer={moneyPer}
      unnamed={whole || scale.width <= width ? [] : lines}
      noEntries={timeline.playedBy && say(sayNoEntries(timeline.playedBy))}
    />
  );
  const told = drag ? `request-${drag.index}` : shown;
  const [what, place] = told?.split("-") ?? [];
  const toldRequest = what === "request" ? turns[Number(place)] : undefined;
  const toldEntry = what === "entry" ? layout.entries[Number(place)] : undefined;
  const selector =
    what === "request" ? `[data-request="${Number(place) + 1}"] [data-stack]` : `[data-entry="${place}"]`;
  const before = drag
    ? turns.slice(0, drag.index).findLast(({ turn }) => turn !== turns[drag.index]?.turn)
    : undefined;

  return (
    <StaleNote>
      <div ref={host} className="relative min-h-0 flex-1 overflow-auto select-none">
        <div className="sticky left-0 z-10 size-0">
          <svg
            aria-hidden
            width={MARGIN.left}
            height={layout.height}
            className="pointer-events-none absolute overflow-visible"
          >
            {axes}
          </svg>
        </div>
        <svg
          ref={drawing}
          width={scale.width}
          height={layout.height}
          role="group"
          aria-label={t("timeline.chart")}
          className="block"
        >
          <FillPatterns />
          <Group aria-hidden>
            {layout.tokenTicks.map((tick) => (
              <line
                key={tick}
                x1={MARGIN.left}
                x2={scale.width - MARGIN.right + 12}
                y1={tokens(tick)}
                y2={tokens(tick)}
                stroke={tick === 0 ? "var(--line)" : "var(--line-soft)"}
              />
            ))}
          </Group>
          <rect
            aria-hidden
            x={0}
            y={moneyTop}
            width={scale.width}
            height={moneyBottom - moneyTop}
            fill="var(--raised)"
            stroke="var(--line-soft)"
          />
          <TimeAxis layout={layout} starts={starts} drawn={drawn} visible={visible} quiet={drag !== null} />
          <MoneyStrip
            lines={lines}
            count={turns.length}
            model={turns[0]?.model ?? ""}
            scale={scale}
            top={moneyTop}
            bottom={moneyBottom}
            y={y}
            currency={currency}
            moneyPer={moneyPer}
            visible={visible}
          />
          {drag && (
            <TtlCliff
              entries={entries}
              request={drag.index}
              after={before?.at ?? 0}
              scale={scale}
              top={layout.top}
              bottom={layout.axis}
            />
          )}
          {drawn.map((index) => {
            const turn = turns[index];
            if (!turn) return null;
            const key = `request-${index}`;
            const x = scale.barX(index);
            const editable = canEdit && hasGap(turn);
            return (
              <RequestBar
                key={index}
                turn={turn}
                index={index}
                x={x}
                width={barWidth}
                room={Math.min(
                  index > 0 ? x - scale.barX(index - 1) : Number.POSITIVE_INFINITY,
                  index < turns.length - 1 ? scale.barX(index + 1) - x : Number.POSITIVE_INFINITY,
                )}
                bottom={bottom}
                pixelsPerToken={pixelsPerToken}
                selected={index === selected}
                dragged={index === drag?.index}
                miss={missOf.get(index)}
                outlined={outlined}
                describedBy={told === key ? cardId : undefined}
                onSelect={actions.selectTurn}
                onGo={go}
                hover={handlersFor(key)}
                {...(editable ? { onGrab: startDrag, onNudge: nudge } : {})}
              />
            );
          })}
          <EntryLanes
            entries={layout.entries}
            lanes={layout.lanes}
            scale={scale}
            top={layout.lanesTop}
            laneHeight={LANE_HEIGHT}
            right={scale.width - 10}
            from={visible.from}
            to={visible.to}
            hoverOf={(entry) => handlersFor(`entry-${entry}`)}
          />
          {whole && axes}
        </svg>
        {(layout.folded > 0 || allLanes) && (
          <p className="sticky left-0 w-fit px-2 pb-2 text-xs">
            <button
              type="button"
              aria-expanded={allLanes}
              onClick={() => setAllLanes(!allLanes)}
              className="rounded px-1 text-accent hover:underline"
            >
              {allLanes ? t("timeline.fewerEntries") : t("timeline.moreEntries", { count: layout.folded })}
            </button>
            {allLanes && layout.hidden > 0 && (
              <span className="text-mute"> {t("timeline.notDrawn", { count: layout.hidden })}</span>
            )}
          </p>
        )}
      </div>
      {(toldRequest || toldEntry) && (
        <HoverCard
          id={cardId}
          anchorOf={() => host.current?.querySelector(selector)?.getBoundingClientRect() ?? null}
        >
          {toldRequest ? (
            <RequestCard
              turn={toldRequest}
              index={Number(place)}
              miss={missOf.get(Number(place))}
              currency={currency}
              moneyPer={moneyPer}
              gap={Number(place) > 0 ? toldRequest.at - (starts[Number(place) - 1] ?? 0) : null}
            />
          ) : (
            toldEntry && say(describeEntry(toldEntry))
          )}
        </HoverCard>
      )}
    </StaleNote>
  );
}

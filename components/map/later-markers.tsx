"use client";
/** Markers of a later request: one that is moved asks by which rule it shall stand there, and the rule moves it in all. */
import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useState } from "react";
import type { RequestView, ShownTurn, TimelineView } from "../../lib/pipeline/analysis";
import type { OwnPlace, PricedRule, PricedRules } from "../../lib/pipeline/price-rules";
import { formatCount } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import { Diamond } from "./diamond";
import type { RowPlace } from "./lay-rows";
import { useMapStore } from "./map-store";
import type { TokenScale } from "./token-scale";
import { stepFocus, useRoving } from "./use-roving";

export interface MovedMarker {
  /** Tokens from where and to where. */
  readonly from: number;
  readonly to: number;
  readonly rules: readonly PricedRule[];
  /** In that request alone; null where it has no markers of its own. */
  readonly own: OwnPlace | null;
  /** Of the document's own request: where it goes as drawn, what the conversation then costs, and the rule that ends. */
  readonly drawn?: {
    readonly marker: string;
    readonly segment: string;
    readonly cost: number | null;
    readonly ended: string;
  };
}

/** A marker that was dropped, and what it was dropped in: of another conversation or request nothing is asked. */
export interface DroppedMarker {
  readonly moved: MovedMarker;
  readonly timeline: TimelineView;
  readonly turn: number;
}

interface LaterMarkersProps {
  readonly shown: ShownTurn;
  readonly place: RowPlace;
  readonly scale: TokenScale;
  readonly isEditable: boolean;
  /** Left edge of the drawing on the screen. */
  readonly originX: () => number;
  /** Asks the reader for a rule; null where none leads there. */
  readonly onDrop: (moved: MovedMarker) => void;
}

/** Ends of messages at which a marker may stand. */
const listEnds = ({ segments }: RequestView) =>
  segments.filter(({ role }) => role !== "tools").map(({ pointer, prefix }) => ({ pointer, tokens: prefix }));

/** Where a marker stands, and by which rule; absent = none is known. */
const sayPlace = (at: number, rule: Said | undefined): Said => {
  const tokens = formatCount(at);
  return rule === undefined ? tell("map.tokens", { tokens }) : tell("map.tokensByRule", { tokens, rule });
};

const NONE: PricedRules = { rules: [], own: null };

export function LaterMarkers({ shown, place, scale, isEditable, originX, onDrop }: LaterMarkersProps) {
  const { store, actions } = usePlaygroundStore();
  const map = useMapStore();
  const { t, say } = useWords();
  const [drag, setDrag] = useState<{ from: number; to: number; by: "pointer" | "keys" } | null>(null);
  const [priced, setPriced] = useState<PricedRules>(NONE);
  const { rules } = priced;
  const roving = useRoving(shown.breakpoints.map(String));
  const ends = listEnds(shown.request);
  const y = place.barBottom + 9;
  const { from, to } = drag ?? { from: 0, to: 0 };

  const ask = useEffectEvent((signal: AbortSignal) => {
    const { analysedText: text, settings } = store.getState();
    const target = ends.find(({ tokens }) => tokens === to);
    if (!target || text === null) return;
    const marker = shown.request.markers.find(({ prefix }) => prefix === from);
    const stay = shown.breakpoints
      .filter((tokens) => tokens !== from)
      .flatMap((tokens) => ends.find((end) => end.tokens === tokens)?.pointer ?? []);
    const question = {
      kind: "price-rules",
      text,
      settings,
      turn: shown.index,
      stay,
      to: target.pointer,
      ...(marker ? { marker: marker.pointer } : {}),
    } as const;
    void actions.ask(question, { signal }).then((answer) => {
      if (signal.aborted || !answer.ok) return;
      setPriced(answer.value);
      const [best] = answer.value.rules;
      const outcome = best?.outcome ?? answer.value.own?.outcome;
      const name = best?.words ?? tell("map.onlyHere");
      map.setState({
        ghost: outcome ? { name, rows: outcome.rows, cost: outcome.totals.cost } : null,
      });
    });
  });
  useEffect(() => {
    if (from === to) return;
    const calling = new AbortController();
    ask(calling.signal);
    return () => {
      calling.abort();
      map.setState({ ghost: null });
    };
  }, [from, to, map]);

  function drop(): void {
    if (drag && drag.from !== drag.to) onDrop({ from: drag.from, to: drag.to, ...priced });
    setPriced(NONE);
    setDrag(null);
  }

  function follow(event: PointerEvent): void {
    if (drag?.by !== "pointer") return;
    const x = event.clientX - originX();
    const nearest = ends.reduce((best, end) =>
      Math.abs(scale.x(end.tokens) - x) < Math.abs(scale.x(best.tokens) - x) ? end : best,
    );
    if (nearest.tokens !== drag.to) setDrag({ ...drag, to: nearest.tokens });
  }

  function handleKey(event: KeyboardEvent, tokens: number): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      const at = ends.findIndex((end) => end.tokens === (drag?.to ?? tokens));
      const next = ends[at + step];
      if (next) setDrag({ from: tokens, to: next.tokens, by: "keys" });
    } else if (event.key === "ArrowUp") stepFocus(event.currentTarget, -1);
    else if (event.key === "ArrowDown") stepFocus(event.currentTarget, 1);
    else if (event.key === "Enter" && drag) drop();
    else if (event.key === "Escape" && drag) setDrag(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <g data-markers-of={shown.index}>
      {drag &&
        ends.map(({ tokens }) => (
          <line
            key={tokens}
            x1={scale.x(tokens)}
            x2={scale.x(tokens)}
            y1={place.barTop - 3}
            y2={place.barBottom + 3}
            stroke="var(--ink)"
            opacity={tokens === drag.to ? 1 : 0.4}
            pointerEvents="none"
          />
        ))}
      {shown.breakpoints.map((tokens) => {
        const isHeld = drag?.from === tokens;
        const x = scale.x(isHeld ? drag.to : tokens);
        return (
          <g
            key={tokens}
            role="slider"
            tabIndex={isEditable ? roving.tabIndexOf(String(tokens)) : -1}
            onFocus={() => roving.take(String(tokens))}
            aria-disabled={!isEditable}
            aria-label={t("map.laterMarker", { number: shown.index + 1, tokens: formatCount(tokens) })}
            aria-valuenow={isHeld ? drag.to : tokens}
            aria-valuetext={say(sayPlace(isHeld ? drag.to : tokens, isHeld ? rules[0]?.words : undefined))}
            data-later-marker={tokens}
            className={`group/marker outline-none ${isEditable ? "cursor-grab touch-none active:cursor-grabbing" : ""}`}
            onPointerDown={(event) => {
              if (!isEditable || event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrag({ from: tokens, to: tokens, by: "pointer" });
            }}
            onPointerMove={follow}
            onPointerUp={drop}
            onPointerCancel={() => setDrag(null)}
            onKeyDown={(event) => isEditable && handleKey(event, tokens)}
          >
            <circle
              cx={x}
              cy={y}
              r={10}
              fill="transparent"
              className="group-focus-visible/marker:stroke-(--accent)"
              strokeWidth={2}
            />
            <Diamond x={x} y={y} look="hollow" />
          </g>
        );
      })}
    </g>
  );
}

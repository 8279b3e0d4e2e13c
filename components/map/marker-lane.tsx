"use client";
/** The document's markers below its row: drag one and every possible place shows what the conversation would cost there. */
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { MarkerView, RequestView } from "../../lib/pipeline/analysis";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { useActions, usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { Diamond } from "./diamond";
import type { MovedMarker } from "./later-markers";
import type { RowPlace } from "./lay-rows";
import { useMap } from "./map-store";
import { PlacePrices } from "./place-prices";
import type { TokenScale } from "./token-scale";
import { listPlaces, type MarkerPlace, useMarkerDrag } from "./use-marker-drag";
import { stepFocus, useRoving } from "./use-roving";

interface MarkerLaneProps {
  readonly request: RequestView;
  readonly place: RowPlace;
  readonly scale: TokenScale;
  readonly isRoomy: boolean;
  readonly isEditable: boolean;
  /** What the conversation costs as it is; null where no price is known. */
  readonly cost: number | null;
  readonly currency: Currency;
  /** Left edge of the drawing on the screen. */
  readonly originX: () => number;
  /** The markers follow a rule: asks what shall become of the one that was moved. */
  readonly onAsk: (moved: MovedMarker) => void;
}

export function MarkerLane(props: MarkerLaneProps) {
  const { request, place, scale, isRoomy, isEditable, cost, currency, originX } = props;
  const actions = useActions();
  const isRuled = usePlayground((state) => state.settings.placement !== undefined);
  const ghost = useMap((state) => state.ghost);
  const [offered, setOffered] = useState<MarkerPlace | null>(null);
  const nearest = (x: number, marker: string | null): MarkerPlace | undefined =>
    listPlaces(request, marker).reduce<MarkerPlace | undefined>(
      (best, each) =>
        !best || Math.abs(scale.x(each.tokens) - x) <= Math.abs(scale.x(best.tokens) - x) ? each : best,
      undefined,
    );
  const { drag, prices, grab, step, drop, leave, cancel } = useMarkerDrag(
    request,
    (clientX, marker) => nearest(clientX - originX(), marker),
    props.onAsk,
  );
  const places = listPlaces(request, drag?.marker ?? null);
  const y = isRoomy ? place.barBottom + 9 : place.barBottom - 1;
  const markers = request.markers.filter((marker) => marker.segment !== null);
  const roving = useRoving(markers.map(({ pointer }) => pointer));
  const target = places.find(({ segment }) => segment === drag?.to);
  // Where it stands it costs what it costs.
  const known = drag ? { ...prices, [drag.from]: cost } : prices;
  const price = drag ? (known[drag.to] ?? ghost?.cost ?? null) : null;

  function offer(event: PointerEvent): void {
    const found = nearest(event.clientX - originX(), null);
    setOffered(found && markers.every(({ segment }) => segment !== found.segment) ? found : null);
  }

  return (
    <g data-markers-of={0}>
      {isEditable && (
        <rect
          aria-hidden
          data-lane
          x={scale.left}
          y={place.barBottom}
          width={scale.right - scale.left}
          height={isRoomy ? 18 : 6}
          fill="transparent"
          className="cursor-copy"
          onPointerMove={offer}
          onPointerLeave={() => setOffered(null)}
          onClick={() => offered && actions.toggleMarker(offered.segment)}
        />
      )}
      {offered && !drag && (
        <g pointerEvents="none" aria-hidden>
          <Diamond x={scale.x(offered.tokens)} y={y} look="offered" />
          <text
            x={scale.x(offered.tokens) - 9}
            y={y + 4}
            textAnchor="end"
            fontSize={11}
            fill="var(--mute)"
            stroke="var(--panel)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            marker here: prefix {formatCount(offered.tokens)}
          </text>
        </g>
      )}
      {drag && (
        <PlacePrices
          places={places}
          prices={known}
          to={drag.to}
          scale={scale}
          top={place.barTop}
          bottom={place.barBottom}
          cost={cost}
          currency={currency}
          isRuled={isRuled}
        />
      )}
      {markers.map((marker) => (
        <Marker
          key={marker.pointer}
          marker={marker}
          x={scale.x(drag?.marker === marker.pointer ? (target?.tokens ?? 0) : (marker.prefix ?? 0))}
          y={y}
          isEditable={isEditable}
          tabIndex={roving.tabIndexOf(marker.pointer)}
          onFocus={() => roving.take(marker.pointer)}
          isHeld={drag?.marker === marker.pointer}
          value={
            drag?.marker === marker.pointer && target
              ? `${target.role}, prefix ${formatCount(target.tokens)} tokens${price === null ? "" : `, the conversation costs ${formatMoney(price, currency)}`}`
              : undefined
          }
          onGrab={(event) => grab(event, marker.pointer, marker.segment ?? "")}
          onStep={(by) => step(marker.pointer, marker.segment ?? "", by)}
          onDrop={drop}
          onLeave={leave}
          onCancel={cancel}
          onRemove={() => actions.removeMarker(marker.pointer)}
        />
      ))}
    </g>
  );
}

interface MarkerProps {
  readonly marker: MarkerView;
  readonly x: number;
  readonly y: number;
  readonly isEditable: boolean;
  readonly isHeld: boolean;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  /** Said while it is moved by keys. */
  readonly value: string | undefined;
  readonly onGrab: (event: PointerEvent) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onDrop: () => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
}

function Marker({
  marker,
  x,
  y,
  isEditable,
  isHeld,
  tabIndex,
  onFocus,
  value,
  onGrab,
  onStep,
  onDrop,
  onLeave,
  onCancel,
  onRemove,
}: MarkerProps) {
  const { say } = useWords();
  const isEffective = marker.status === "effective";
  const state = isEffective ? "takes effect" : `without effect: ${say(marker.reason ?? marker.status)}`;
  const label = `Marker at ${marker.prefix === null ? "no place" : `${formatCount(marker.prefix)} tokens`}, ${state}`;

  function handleKey(event: KeyboardEvent): void {
    if (event.key === "ArrowLeft") onStep(-1);
    else if (event.key === "ArrowRight") onStep(1);
    else if (event.key === "ArrowUp") stepFocus(event.currentTarget, -1);
    else if (event.key === "ArrowDown") stepFocus(event.currentTarget, 1);
    else if (event.key === "Enter" || event.key === " ") onDrop();
    else if (event.key === "Escape") onCancel();
    else if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <g
      role="slider"
      tabIndex={tabIndex}
      onFocus={onFocus}
      data-marker={marker.pointer}
      aria-label={label}
      aria-valuenow={marker.prefix ?? 0}
      aria-valuetext={value ?? label}
      aria-disabled={!isEditable}
      aria-roledescription={
        isEditable ? "marker, moved with the left and right arrow keys, dropped with Enter" : "marker"
      }
      onPointerDown={isEditable ? onGrab : undefined}
      onKeyDown={isEditable ? handleKey : undefined}
      onBlur={isHeld ? onLeave : undefined}
      className={`group/marker outline-none ${isEditable ? (isHeld ? "cursor-grabbing" : "cursor-grab") : ""}`}
    >
      <circle
        cx={x}
        cy={y}
        r={10}
        fill="transparent"
        className="group-focus-visible/marker:stroke-(--accent)"
        strokeWidth={2}
      />
      <Diamond x={x} y={y} look={isEffective ? "effective" : "hollow"} />
    </g>
  );
}

"use client";
/** The document's markers below its row: drag one and every possible place shows what the conversation would cost there. */
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { MarkerView, RequestView } from "../../lib/pipeline/analysis";
import { formatChange, formatCount, formatMoney } from "../../lib/values/figures";
import { useActions } from "../playground-context";
import type { RowPlace } from "./lay-rows";
import { useMap } from "./map-store";
import type { TokenScale } from "./token-scale";
import { listPlaces, type MarkerPlace, useMarkerDrag } from "./use-marker-drag";

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
}

/** Pixels of a price below a place. */
const PRICE_ROOM = 58;

export function MarkerLane(props: MarkerLaneProps) {
  const { request, place, scale, isRoomy, isEditable, cost, currency, originX } = props;
  const actions = useActions();
  const ghost = useMap((state) => state.ghost);
  const [offered, setOffered] = useState<MarkerPlace | null>(null);
  const nearest = (x: number, marker: string | null): MarkerPlace | undefined =>
    listPlaces(request, marker).reduce<MarkerPlace | undefined>(
      (best, each) =>
        !best || Math.abs(scale.x(each.tokens) - x) <= Math.abs(scale.x(best.tokens) - x) ? each : best,
      undefined,
    );
  const { drag, prices, grab, step, drop, cancel } = useMarkerDrag(request, (clientX, marker) =>
    nearest(clientX - originX(), marker),
  );
  const places = listPlaces(request, drag?.marker ?? null);
  const y = isRoomy ? place.barBottom + 9 : place.barBottom - 1;
  const markers = request.markers.filter((marker) => marker.segment !== null);
  const target = places.find(({ segment }) => segment === drag?.to);
  // Where it stands it costs what it costs.
  const known = drag ? { ...prices, [drag.from]: cost } : prices;
  const price = drag ? (known[drag.to] ?? ghost?.cost ?? null) : null;

  function offer(event: PointerEvent): void {
    const found = nearest(event.clientX - originX(), null);
    setOffered(found && markers.every(({ segment }) => segment !== found.segment) ? found : null);
  }

  return (
    <g>
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
        />
      )}
      {markers.map((marker) => (
        <Marker
          key={marker.pointer}
          marker={marker}
          x={scale.x(drag?.marker === marker.pointer ? (target?.tokens ?? 0) : (marker.prefix ?? 0))}
          y={y}
          isEditable={isEditable}
          isHeld={drag?.marker === marker.pointer}
          value={
            drag?.marker === marker.pointer && target
              ? `${target.role}, prefix ${formatCount(target.tokens)} tokens${price === null ? "" : `, the conversation costs ${formatMoney(price, currency)}`}`
              : undefined
          }
          onGrab={(event) => grab(event, marker.pointer, marker.segment ?? "")}
          onStep={(by) => step(marker.pointer, marker.segment ?? "", by)}
          onDrop={drop}
          onCancel={cancel}
          onRemove={() => actions.removeMarker(marker.pointer)}
        />
      ))}
    </g>
  );
}

interface PlacePricesProps {
  readonly places: readonly MarkerPlace[];
  readonly prices: Readonly<Record<string, number | null>>;
  readonly to: string;
  readonly scale: TokenScale;
  readonly top: number;
  readonly bottom: number;
  readonly cost: number | null;
  readonly currency: Currency;
}

/** A tick at every place, its price where it can be read, and the one under the marker with what it changes. */
function PlacePrices({ places, prices, to, scale, top, bottom, cost, currency }: PlacePricesProps) {
  const target = places.find(({ segment }) => segment === to);
  const targetX = scale.x(target?.tokens ?? 0);
  let free = Number.NEGATIVE_INFINITY;
  const price = prices[to] ?? null;
  const change = price === null || !cost ? null : price / cost - 1;
  const known = Object.values(prices).filter((each): each is number => each !== null);
  const least = Math.min(...known);
  return (
    <g pointerEvents="none" aria-hidden data-prices={known.length}>
      {places.map(({ segment, tokens }) => {
        const x = scale.x(tokens);
        const amount = prices[segment] ?? null;
        const isFree = x - free >= PRICE_ROOM && Math.abs(x - targetX) >= PRICE_ROOM;
        const isNamed = amount !== null && isFree && segment !== to;
        if (isNamed) free = x;
        return (
          <g key={segment}>
            <line
              x1={x}
              x2={x}
              y1={top - 3}
              y2={bottom + 3}
              stroke="var(--ink)"
              strokeWidth={segment === to ? 2 : 1}
              opacity={segment === to ? 1 : 0.45}
            />
            {isNamed && (
              <text
                x={x}
                y={bottom + 32}
                textAnchor="middle"
                fontSize={11}
                className="font-mono"
                fontWeight={amount === least ? 700 : 400}
                fill="var(--ink)"
                stroke="var(--panel)"
                strokeWidth={3}
                paintOrder="stroke"
              >
                {formatMoney(amount, currency)}
              </text>
            )}
          </g>
        );
      })}
      {price !== null && (
        <text
          x={targetX}
          y={bottom + 33}
          textAnchor="middle"
          fontSize={12.5}
          fontWeight={700}
          className="font-mono"
          fill={change !== null && change > 0 ? "var(--bad)" : "var(--ink)"}
          stroke="var(--panel)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {formatMoney(price, currency)}
          {change !== null && Math.abs(change) >= 0.0005 && ` (${formatChange(change)})`}
        </text>
      )}
    </g>
  );
}

/** What the shape says: whether it takes effect, or is only offered. */
export function Diamond({ x, y, look }: { x: number; y: number; look: "effective" | "hollow" | "offered" }) {
  const paint = look === "offered" ? "var(--mute)" : "var(--written)";
  return (
    <rect
      x={x - 4.5}
      y={y - 4.5}
      width={9}
      height={9}
      rx={1}
      transform={`rotate(45 ${x} ${y})`}
      fill={look === "effective" ? paint : "var(--panel)"}
      stroke={paint}
      strokeWidth={1.4}
      strokeDasharray={look === "offered" ? "2 2" : undefined}
    />
  );
}

interface MarkerProps {
  readonly marker: MarkerView;
  readonly x: number;
  readonly y: number;
  readonly isEditable: boolean;
  readonly isHeld: boolean;
  /** Said while it is moved by keys. */
  readonly value: string | undefined;
  readonly onGrab: (event: PointerEvent) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
}

function Marker({
  marker,
  x,
  y,
  isEditable,
  isHeld,
  value,
  onGrab,
  onStep,
  onDrop,
  onCancel,
  onRemove,
}: MarkerProps) {
  const isEffective = marker.status === "effective";
  const state = isEffective ? "takes effect" : `without effect: ${marker.reason ?? marker.status}`;
  const label = `Marker at ${marker.prefix === null ? "no place" : `${formatCount(marker.prefix)} tokens`}, ${state}`;

  function handleKey(event: KeyboardEvent): void {
    if (event.key === "ArrowLeft") onStep(-1);
    else if (event.key === "ArrowRight") onStep(1);
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
      tabIndex={0}
      data-marker={marker.pointer}
      aria-label={label}
      aria-valuenow={marker.prefix ?? 0}
      aria-valuetext={value ?? label}
      aria-disabled={!isEditable}
      aria-roledescription={isEditable ? "marker, moved with the arrow keys, dropped with Enter" : "marker"}
      onPointerDown={isEditable ? onGrab : undefined}
      onKeyDown={isEditable ? handleKey : undefined}
      onBlur={isHeld ? onDrop : undefined}
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

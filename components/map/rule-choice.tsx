"use client";
/** By which rule a marker that was moved in a later request shall stand there: each with what the conversation then costs. */
import { useEffect, useRef } from "react";
import type { Currency } from "../../lib/offers/offer";
import { formatChange, formatMoney } from "../../lib/values/figures";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import type { MovedMarker } from "./later-markers";
import { useMapStore } from "./map-store";

interface RuleChoiceProps {
  readonly moved: MovedMarker;
  /** The request in which it was moved, from 0. */
  readonly index: number;
  /** Pixels from the corner of the map. */
  readonly left: number;
  readonly top: number;
  readonly cost: number | null;
  readonly currency: Currency;
  readonly onClose: () => void;
}

export function RuleChoice({ moved, index, left, top, cost, currency, onClose }: RuleChoiceProps) {
  const actions = useActions();
  const map = useMapStore();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector("button")?.focus();
    return () => map.setState({ ghost: null });
  }, [map]);

  return (
    <div
      ref={box}
      role="dialog"
      aria-label="Rule for the moved marker"
      className="absolute z-20 w-72 rounded-lg border border-line bg-panel p-2.5 shadow-raised"
      style={{ left, top }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <p className="mb-1.5 text-xs text-mute">
        {moved.rules.length > 0
          ? "A marker of a later request follows a rule. In every request put it at:"
          : `No rule puts a marker there in every request. Request ${index + 1} follows from the document and the turns.`}
      </p>
      <ul className="space-y-1">
        {moved.rules.map(({ words, placement, outcome }) => {
          const { rows, totals } = outcome;
          const change = totals.cost !== null && cost ? totals.cost / cost - 1 : null;
          const show = () => map.setState({ ghost: { name: words, rows, cost: totals.cost } });
          return (
            <li key={words}>
              <button
                type="button"
                onPointerEnter={show}
                onFocus={show}
                onClick={() => {
                  actions.choosePlacement(placement);
                  onClose();
                }}
                className="flex w-full items-baseline gap-2 rounded-md px-2 py-1 text-left hover:bg-hover focus-visible:bg-hover"
              >
                <span className="min-w-0 flex-1">{words}</span>
                <span className="font-mono text-xs">{formatMoney(totals.cost, currency)}</span>
                {change !== null && <span className="text-xs text-mute">{formatChange(change)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <Button look="link" className="mt-1.5 px-2! text-xs" onClick={onClose}>
        Leave it where it was
      </Button>
    </div>
  );
}

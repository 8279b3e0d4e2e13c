"use client";
/** By which rule a marker that was moved in a later request shall stand there: each with what the conversation then costs. */
import { useEffect, useRef } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { WhatIf } from "../../lib/pipeline/what-if";
import { formatChange, formatMoney } from "../../lib/values/figures";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { type MovedMarker, OWN_WORDS } from "./later-markers";
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
  const { say } = useWords();
  const actions = useActions();
  const map = useMapStore();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector("button")?.focus();
    return () => map.setState({ ghost: null });
  }, [map]);

  const showOutcome = (name: string, outcome: WhatIf | undefined): void =>
    map.setState({ ghost: outcome ? { name, rows: outcome.rows, cost: outcome.totals.cost } : null });

  function draw(): void {
    if (moved.drawn) actions.moveMarker(moved.drawn.marker, moved.drawn.segment);
    onClose();
  }

  return (
    <div
      ref={box}
      role="dialog"
      aria-label="Rule for the moved marker"
      className="absolute z-20 w-72 rounded-lg border border-line bg-panel p-2.5 shadow-raised"
      style={{ left, top }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <p className="mb-1.5 text-xs text-mute">{sayQuestion(moved, index)}</p>
      <ul className="space-y-1">
        {moved.drawn && (
          <RuleRow
            words="here, as drawn: others follow from the document"
            cost={moved.drawn.cost}
            before={cost}
            currency={currency}
            onShow={() => map.setState({ ghost: null })}
            onTake={draw}
          />
        )}
        {moved.rules.map(({ words, placement, outcome }) => (
          <RuleRow
            key={say(words)}
            words={say(words)}
            cost={outcome.totals.cost}
            before={cost}
            currency={currency}
            onShow={() => showOutcome(say(words), outcome)}
            onTake={() => {
              actions.choosePlacement(placement);
              onClose();
            }}
          />
        ))}
        {moved.own && (
          <RuleRow
            words={`${OWN_WORDS}, as it was recorded`}
            cost={moved.own.outcome.totals.cost}
            before={cost}
            currency={currency}
            onShow={() => showOutcome(OWN_WORDS, moved.own?.outcome)}
            onTake={() => {
              if (moved.own) actions.setScenario(moved.own.scenario);
              onClose();
            }}
          />
        )}
      </ul>
      <Button look="link" className="mt-1.5 px-2! text-xs" onClick={onClose}>
        Leave it where it was
      </Button>
    </div>
  );
}

function sayQuestion({ rules, own, drawn }: MovedMarker, index: number): string {
  if (drawn) return `The markers follow “${drawn.ended}”. Moved by hand, this one goes:`;
  if (own) return "In every request put it at a place of its kind, or move it in this one alone:";
  if (rules.length > 0) return "A marker of a later request follows a rule. In every request put it at:";
  return `No rule puts a marker there in every request. Request ${index + 1} follows from the document and the turns.`;
}

interface RuleRowProps {
  readonly words: string;
  readonly cost: number | null;
  /** What the conversation costs as it is. */
  readonly before: number | null;
  readonly currency: Currency;
  readonly onShow: () => void;
  readonly onTake: () => void;
}

function RuleRow({ words, cost, before, currency, onShow, onTake }: RuleRowProps) {
  const change = cost !== null && before ? cost / before - 1 : null;
  return (
    <li>
      <button
        type="button"
        onPointerEnter={onShow}
        onFocus={onShow}
        onClick={onTake}
        className="flex w-full items-baseline gap-2 rounded-md px-2 py-1 text-left hover:bg-hover focus-visible:bg-hover"
      >
        <span className="min-w-0 flex-1">{words}</span>
        <span className="font-mono text-xs">{formatMoney(cost, currency)}</span>
        {change !== null && <span className="text-xs text-mute">{formatChange(change)}</span>}
      </button>
    </li>
  );
}

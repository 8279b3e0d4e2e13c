"use client";
/** By which rule a marker that was moved in a later request shall stand there: each with what the conversation then costs. */
import { useEffect, useRef } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { WhatIf } from "../../lib/pipeline/what-if";
import { formatChange, formatMoney } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
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
  const { t, say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector("button")?.focus();
    return () => map.setState({ ghost: null });
  }, [map]);

  const showOutcome = (name: Said, outcome: WhatIf | undefined): void =>
    map.setState({ ghost: outcome ? { name, rows: outcome.rows, cost: outcome.totals.cost } : null });

  function draw(): void {
    if (moved.drawn) actions.moveMarker(moved.drawn.marker, moved.drawn.segment);
    onClose();
  }

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={t("map.ruleForMarker")}
      className="absolute z-20 w-72 rounded-lg border border-line bg-panel p-2.5 shadow-raised"
      style={{ left, top }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <p className="mb-1.5 text-xs text-mute">{say(sayQuestion(moved, index))}</p>
      <ul className="space-y-1">
        {moved.drawn && (
          <RuleRow
            words={t("map.hereAsDrawn")}
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
            onShow={() => showOutcome(words, outcome)}
            onTake={() => {
              actions.choosePlacement(placement);
              onClose();
            }}
          />
        ))}
        {moved.own && (
          <RuleRow
            words={t("map.onlyHereRecorded")}
            cost={moved.own.outcome.totals.cost}
            before={cost}
            currency={currency}
            onShow={() => showOutcome(tell("map.onlyHere"), moved.own?.outcome)}
            onTake={() => {
              if (moved.own) actions.setScenario(moved.own.scenario);
              onClose();
            }}
          />
        )}
      </ul>
      <Button look="link" className="mt-1.5 px-2! text-xs" onClick={onClose}>
        {t("map.leaveIt")}
      </Button>
    </div>
  );
}

function sayQuestion({ rules, own, drawn }: MovedMarker, index: number): Said {
  if (drawn) return tell("map.ruleEnds", { rule: drawn.ended });
  if (own) return tell("map.ruleOrOwn");
  return rules.length > 0 ? tell("map.ruleAsked") : tell("map.noRule", { number: index + 1 });
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
  const { t } = useWords();
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
        <span className="font-mono text-xs">
          {cost === null ? t("values.unknown") : formatMoney(cost, currency)}
        </span>
        {change !== null && <span className="text-xs text-mute">{formatChange(change)}</span>}
      </button>
    </li>
  );
}

"use client";
/** The scenario as a conversation that can be edited: the document's request, and the turns that follow it. */
import { useCallback, useMemo, useRef, useState } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { ChangingWords } from "./changing-words";
import { FirstRow } from "./first-row";
import { groupByTurn } from "./made-requests";
import { ScenarioFoot } from "./scenario-foot";
import { TurnRow } from "./turn-row";
import { DOCUMENT, useActiveRow } from "./use-active-row";
import { useTurnDrag } from "./use-turn-drag";
import { useTurnEdits } from "./use-turn-edits";
import { useTurnWindow } from "./use-turn-window";

const NONE: readonly TurnView[] = [];
const NO_PROBLEMS = [] as const;

export function ScenarioEditor() {
  // The list's window is one object that changes within: what is compiled would keep its first height.
  "use no memo";
  const { t } = useWords();
  const panel = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { scenario, keys, edits, wanted } = useTurnEdits();
  const { virtualizer, rememberFocus } = useTurnWindow(panel, scroller, keys, wanted);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const views = usePlayground((state) => state.good?.timeline.turns) ?? NONE;
  const problems = usePlayground((state) => state.good?.timeline.problems) ?? NO_PROBLEMS;
  const made = useMemo(() => groupByTurn(views), [views]);
  const { turns } = scenario;
  const hasTools =
    usePlayground((state) => (state.good?.request.toolCount ?? 0) > 0) ||
    turns.some(({ rounds = [] }) => rounds.length > 0);
  const show = useCallback((place: number) => virtualizer.scrollToIndex(place), [virtualizer]);
  const { active, activate, noticeFocus, notePointer } = useActiveRow(list, keys, made, show);
  const drag = useTurnDrag(scroller, turns.length, edits);

  // A row out of sight is not there to remember it.
  const toggle = useCallback(
    (index: number) =>
      setOpen((before) => {
        const key = keys[index] ?? -1;
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      }),
    [keys],
  );

  function dropAt(place: number): "before" | "last" | null {
    if (drag.before === null) return null;
    if (drag.before === place - 1) return "before";
    return drag.before === turns.length && place === turns.length ? "last" : null;
  }

  return (
    <div ref={panel} className="flex min-h-0 flex-1 flex-col">
      <div ref={scroller} className="@container min-h-0 flex-1 overflow-y-auto">
        <ol
          ref={list}
          aria-label={t("scenario.turns")}
          onFocus={rememberFocus}
          onPointerDownCapture={notePointer}
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index: place, key, start }) => {
            const index = place - 1;
            const turn = turns[index];
            const shared = {
              rows: turns.length + 1,
              start,
              measure: virtualizer.measureElement,
              isActive: active === (keys[index] ?? DOCUMENT),
              drop: dropAt(place),
              edits,
              made: made.get(index),
              hasTools,
              onFocus: noticeFocus,
              onActivate: activate,
            };
            if (!turn) return <FirstRow key={key} {...shared} scenario={scenario} />;
            return (
              <TurnRow
                key={key}
                {...shared}
                turn={turn}
                index={index}
                problem={problems.find((each) => each.turn === index)?.message ?? null}
                isOpen={open.has(keys[index] ?? -1)}
                onToggle={toggle}
                onGrab={drag.grab}
              />
            );
          })}
        </ol>
        <ChangingWords />
      </div>
      <ScenarioFoot scenario={scenario} edits={edits} hasTools={hasTools} />
    </div>
  );
}

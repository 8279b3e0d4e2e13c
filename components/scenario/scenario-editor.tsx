"use client";
/** The scenario as a list of turns that can be edited. */
import { useCallback, useMemo, useRef, useState } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import { usePlayground } from "../playground-context";
import { ChangingWords } from "./changing-words";
import { FirstRow } from "./first-row";
import { rowGrid } from "./row-grid";
import { ScenarioFoot } from "./scenario-foot";
import { TurnRow } from "./turn-row";
import { useTurnEdits } from "./use-turn-edits";
import { useTurnWindow } from "./use-turn-window";

interface Made {
  readonly view: TurnView;
  /** Index of the first request. */
  readonly request: number;
  readonly requests: number;
}

const HEADINGS = ["", "After", "What is sent", "User text", "Reply", "What the cache made of it"];

/** What each turn made, by the turn's index. */
function groupByTurn(views: readonly TurnView[]): ReadonlyMap<number, Made> {
  const made = new Map<number, Made>();
  for (const [request, view] of views.entries()) {
    const known = made.get(view.turn);
    made.set(view.turn, known ? { ...known, requests: known.requests + 1 } : { view, request, requests: 1 });
  }
  return made;
}

const NONE: readonly TurnView[] = [];

export function ScenarioEditor() {
  const panel = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { scenario, keys, edits, wanted } = useTurnEdits();
  const { virtualizer, rememberFocus } = useTurnWindow(panel, scroller, keys, wanted);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const views = usePlayground((state) => state.good?.timeline.turns) ?? NONE;
  const made = useMemo(() => groupByTurn(views), [views]);
  const { turns } = scenario;

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

  return (
    <div ref={panel} className="flex min-h-0 flex-1 flex-col">
      <div ref={scroller} className="@container min-h-0 flex-1 scroll-pt-7 overflow-y-auto">
        <div
          aria-hidden
          className={`${rowGrid} sticky top-0 z-10 hidden border-b border-line bg-panel py-1 text-xs font-medium text-mute`}
        >
          {HEADINGS.map((heading) => (
            <span key={heading}>{heading}</span>
          ))}
        </div>
        <ol
          aria-label="Turns of the scenario"
          onFocus={rememberFocus}
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index: place, key, start }) => {
            const index = place - 1;
            const turn = turns[index];
            const here = made.get(index);
            const where = { rows: turns.length + 1, start, measure: virtualizer.measureElement };
            if (!turn) {
              return <FirstRow key={key} {...where} scenario={scenario} edits={edits} view={views[0]} />;
            }
            return (
              <TurnRow
                key={key}
                {...where}
                turn={turn}
                index={index}
                edits={edits}
                view={here?.view}
                request={here?.request}
                requests={here?.requests ?? 0}
                isOpen={open.has(keys[index] ?? -1)}
                onToggle={toggle}
              />
            );
          })}
        </ol>
        <ChangingWords />
      </div>
      <ScenarioFoot scenario={scenario} edits={edits} />
    </div>
  );
}

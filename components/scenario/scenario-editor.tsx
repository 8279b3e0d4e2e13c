"use client";
/** The scenario as a list of turns that can be edited. */
import { useMemo, useRef } from "react";
import type { TurnView } from "../../lib/analysis/analysis";
import { usePlayground } from "../playground-context";
import { FirstRow } from "./first-row";
import { rowGrid } from "./row-grid";
import { ScenarioFoot } from "./scenario-foot";
import { TurnRow } from "./turn-row";
import { useTurnEdits } from "./use-turn-edits";

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
  const { scenario, keys, edits } = useTurnEdits(panel);
  const views = usePlayground((state) => state.good?.timeline.turns) ?? NONE;
  const made = useMemo(() => groupByTurn(views), [views]);
  const { turns } = scenario;
  return (
    <div ref={panel} className="flex min-h-0 flex-1 flex-col">
      <div className="@container min-h-0 flex-1 overflow-y-auto">
        <div
          aria-hidden
          className={`${rowGrid} sticky top-0 z-10 hidden border-b border-line bg-panel py-1 text-xs font-medium text-mute`}
        >
          {HEADINGS.map((heading) => (
            <span key={heading}>{heading}</span>
          ))}
        </div>
        <ol aria-label="Turns of the scenario">
          <FirstRow scenario={scenario} edits={edits} view={views[0]} />
          {turns.map((turn, index) => {
            const here = made.get(index);
            return (
              <TurnRow
                key={keys[index]}
                turn={turn}
                index={index}
                count={turns.length}
                edits={edits}
                view={here?.view}
                request={here?.request}
                requests={here?.requests ?? 0}
              />
            );
          })}
        </ol>
      </div>
      <ScenarioFoot scenario={scenario} edits={edits} />
    </div>
  );
}

"use client";
/** Where the missed requests on the screen part from earlier ones, asked of the worker as they come into sight. */
import { useEffect, useState } from "react";
import type { TimelineView } from "../../lib/pipeline/analysis";
import type { Parting } from "../../lib/pipeline/find-partings";
import { usePlaygroundStore } from "../playground-context";

const PARTS: ReadonlySet<string> = new Set(["system_changed", "tools_changed", "messages_changed"]);

const NONE: ReadonlyMap<number, Parting | null> = new Map();

interface Known {
  readonly timeline: TimelineView;
  readonly byTurn: ReadonlyMap<number, Parting | null>;
}

/** @param first, last the rows in sight, as indices */
export function usePartings(
  timeline: TimelineView,
  first: number,
  last: number,
): ReadonlyMap<number, Parting | null> {
  const { store, actions } = usePlaygroundStore();
  const [known, setKnown] = useState<Known>({ timeline, byTurn: new Map() });
  const byTurn = known.timeline === timeline ? known.byTurn : null;
  useEffect(() => {
    const turns = timeline.misses
      .filter(({ index, code }) => PARTS.has(code) && index >= first && index <= last && !byTurn?.has(index))
      .map(({ index }) => index);
    const { analysedText: text, settings } = store.getState();
    if (turns.length === 0 || text === null) return;
    const calling = new AbortController();
    void actions
      .ask({ kind: "find-partings", text, settings, turns }, { signal: calling.signal })
      .then((answer) => {
        if (calling.signal.aborted || !answer.ok) return;
        const found = new Map<number, Parting | null>(byTurn ?? []);
        for (const turn of turns)
          found.set(turn, answer.value.find((parting) => parting.turn === turn) ?? null);
        setKnown({ timeline, byTurn: found });
      });
    return () => calling.abort();
  }, [timeline, first, last, byTurn, store, actions]);
  return byTurn ?? NONE;
}

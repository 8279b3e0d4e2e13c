"use client";
/** The requests whose rows list their messages, each in full: asked of the worker where the page does not have it. */
import { useEffect, useMemo, useState } from "react";
import type { RequestView, ShownTurn, TimelineView } from "../../lib/pipeline/analysis";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { useMap, useMapStore } from "./map-store";

interface Known {
  readonly timeline: TimelineView;
  readonly requests: ReadonlyMap<number, RequestView>;
}

const NONE: ReadonlyMap<number, RequestView> = new Map();

/** By index; null while it is on its way. Rows of another document are closed, all but the first. */
export function useOpenedRows(timeline: TimelineView): ReadonlyMap<number, ShownTurn | null> {
  const { store, actions } = usePlaygroundStore();
  const map = useMapStore();
  const opened = useMap((state) => state.opened);
  const document = usePlayground((state) => state.opened);
  const shown = usePlayground((state) => state.good?.shown);
  const first = usePlayground((state) => state.good?.request);
  const [known, setKnown] = useState<Known>({ timeline, requests: NONE });
  const requests = known.timeline === timeline ? known.requests : NONE;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another number is another document
  useEffect(() => {
    const kept = [...map.getState().opened].filter((index) => index === 0);
    map.setState({ opened: new Set(kept) });
  }, [document, map]);

  useEffect(() => {
    const { analysedText: text, settings, good } = store.getState();
    if (text === null || good?.timeline !== timeline) return;
    const missing = [...opened].filter(
      (index) => index > 0 && index < timeline.turns.length && !requests.has(index),
    );
    if (missing.length === 0) return;
    const calling = new AbortController();
    void Promise.all(
      missing.map(async (turn) => {
        const answer = await actions.ask(
          { kind: "view-turn", text, settings, turn },
          { signal: calling.signal },
        );
        return [turn, answer.ok ? answer.value : null] as const;
      }),
    ).then((answers) => {
      if (calling.signal.aborted) return;
      const found = new Map(requests);
      for (const [turn, request] of answers) if (request) found.set(turn, request);
      setKnown({ timeline, requests: found });
    });
    return () => calling.abort();
  }, [store, actions, timeline, opened, requests]);

  return useMemo(() => {
    const rows = new Map<number, ShownTurn | null>();
    for (const index of [...opened].sort((one, other) => one - other)) {
      const turn = timeline.turns[index];
      if (!turn) continue;
      const request = index === 0 ? first : shown?.index === index ? shown.request : requests.get(index);
      rows.set(index, request ? { ...turn, index, request } : null);
    }
    return rows;
  }, [opened, timeline, first, shown, requests]);
}

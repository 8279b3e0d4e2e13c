"use client";
/** The selected request against an earlier one, asked anew with every analysis; stale answers are dropped. */
import { useEffect, useState } from "react";
import type { DocumentComparison } from "../../lib/pipeline/compare-turns";
import type { Said } from "../../lib/words/message";
import { usePlayground, usePlaygroundStore } from "../playground-context";

interface Asked {
  readonly timeline: object;
  readonly turn: number;
  readonly other: number | null;
}

export type Compared =
  | { readonly kind: "waiting" }
  | { readonly kind: "done"; readonly comparison: DocumentComparison | null }
  | { readonly kind: "failed"; readonly reason: Said };

const WAITING: Compared = { kind: "waiting" };

/** @param other index of the earlier request; null = the one before */
export function useComparison(turn: number, other: number | null): Compared {
  const { store, actions } = usePlaygroundStore();
  // Selecting another request is no new analysis: the timeline stays the same object.
  const timeline = usePlayground((state) => state.good?.timeline);
  const [answer, setAnswer] = useState<(Asked & { readonly compared: Compared }) | null>(null);

  useEffect(() => {
    const { analysedText, settings } = store.getState();
    if (!timeline || analysedText === null || turn === 0) return;
    const calling = new AbortController();
    void actions
      .ask({ kind: "compare-turns", text: analysedText, settings, turn, other }, { signal: calling.signal })
      .then((answered) => {
        if (calling.signal.aborted) return;
        const compared: Compared = answered.ok
          ? { kind: "done", comparison: answered.value }
          : { kind: "failed", reason: answered.reason };
        setAnswer({ timeline, turn, other, compared });
      });
    return () => calling.abort();
  }, [store, actions, timeline, turn, other]);

  if (answer?.timeline !== timeline || answer?.turn !== turn || answer.other !== other) return WAITING;
  return answer.compared;
}

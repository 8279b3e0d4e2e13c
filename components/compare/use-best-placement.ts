"use client";
/** Searches the best placement of one row's markers in the worker, and forgets it with the report it was found on. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { BestOnSystem } from "../../lib/pipeline/compare-best";
import type { ComparisonReport } from "../../lib/pipeline/compare-report";
import type { Said } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";

type Work =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly done: number; readonly total: number }
  | { readonly kind: "found"; readonly best: BestOnSystem | null }
  | { readonly kind: "failed"; readonly reason: Said };

const IDLE: Work = { kind: "idle" };

export interface BestPlacement {
  readonly work: Work;
  start(): Promise<void>;
  cancel(): void;
}

/** @param id of the row */
export function useBestPlacement(id: string, report: ComparisonReport): BestPlacement {
  const { store, actions } = usePlaygroundStore();
  const [state, setState] = useState<{ readonly of: ComparisonReport; readonly work: Work }>({
    of: report,
    work: IDLE,
  });
  const calling = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a search ends with the report it was started on
  useEffect(() => () => calling.current?.abort(), [report]);

  const cancel = useCallback(() => {
    calling.current?.abort();
    setState({ of: report, work: IDLE });
  }, [report]);

  const start = useCallback(async () => {
    calling.current?.abort();
    const { analysedText: text, settings } = store.getState();
    if (text === null) return;
    const controller = new AbortController();
    calling.current = controller;
    const enter = (work: Work): void => setState({ of: report, work });
    enter({ kind: "working", done: 0, total: 0 });
    const { signal } = controller;
    const answered = await actions.ask(
      { kind: "best-on-system", text, settings, row: id },
      { signal, onProgress: (done, total) => enter({ kind: "working", done, total }) },
    );
    if (signal.aborted) return;
    enter(
      answered.ok ? { kind: "found", best: answered.value } : { kind: "failed", reason: answered.reason },
    );
  }, [store, actions, report, id]);

  return { work: state.of === report ? state.work : IDLE, start, cancel };
}

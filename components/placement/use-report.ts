"use client";
/** Asks the worker for a report on the document, anew after each analysis; the last report stays meanwhile. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import type { Said } from "../../lib/words/message";
import type { Answered, AskOptions } from "../../lib/worker/ask-client";
import type { QuestionClient } from "../../lib/worker/question-client";
import { usePlayground, usePlaygroundStore } from "../playground-context";

/** Milliseconds that a document must stay as it is before it is reported on again. */
const SETTLE = 300;

type ReportWork =
  /** `total` is 0 until it is known. */
  | { readonly kind: "working"; readonly done: number; readonly total: number }
  | { readonly kind: "ready" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly reason: Said };

export interface Report<Value> {
  /** The newest report, which may be of an earlier text while work goes on; null where there is none. */
  readonly value: Value | null;
  readonly work: ReportWork;
  cancel(): void;
  /** Asks again at once. */
  renew(): void;
}

/** Puts the question of one report. */
export type AskFor<Value> = (
  ask: QuestionClient["ask"],
  document: { readonly text: string; readonly settings: Settings },
  options: AskOptions,
) => Promise<Answered<Value | null>>;

const START: ReportWork = { kind: "working", done: 0, total: 0 };

/** @param ask puts the question; the same function every time */
export function useReport<Value>(ask: AskFor<Value>): Report<Value> {
  const { store, actions } = usePlaygroundStore();
  // A new analysis means another text, other settings or another vocabulary, and that the text can be read.
  const analysed = usePlayground((state) => state.good?.timeline);
  const [value, setValue] = useState<Value | null>(null);
  const [work, setWork] = useState<ReportWork>(START);
  const stop = useRef<() => void>(() => undefined);
  const asked = useRef(false);

  const start = useCallback(
    (wait: number): void => {
      stop.current();
      const { analysedText: text, settings } = store.getState();
      if (text === null) return;
      const controller = new AbortController();
      const { signal } = controller;
      setWork(START);
      const timer = setTimeout(async () => {
        asked.current = true;
        const answered = await ask(
          actions.ask,
          { text, settings },
          {
            signal,
            onProgress: (done, total) => setWork({ kind: "working", done, total }),
          },
        );
        if (signal.aborted) return;
        if (answered.ok) setValue(answered.value);
        setWork(answered.ok ? { kind: "ready" } : { kind: "failed", reason: answered.reason });
      }, wait);
      stop.current = () => {
        clearTimeout(timer);
        controller.abort();
      };
    },
    [ask, actions, store],
  );

  useEffect(() => {
    if (analysed) start(asked.current ? SETTLE : 0);
    return () => stop.current();
  }, [analysed, start]);

  const cancel = useCallback((): void => {
    stop.current();
    setWork({ kind: "cancelled" });
  }, []);
  const renew = useCallback((): void => start(0), [start]);
  return { value, work, cancel, renew };
}

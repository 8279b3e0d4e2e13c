"use client";
/** The search for the cheapest markers of a session: begun on request, since it takes a while, and called off at will. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { RunSettings } from "../../lib/run/predict-run";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import type { CheapestView } from "../../lib/sessions/session-view";
import type { Said } from "../../lib/words/message";
import type { SessionWorker } from "./session-worker";

type CheapestSearch =
  | { readonly kind: "idle" }
  /** 0 to 1. */
  | { readonly kind: "working"; readonly share: number }
  | { readonly kind: "ready"; readonly value: CheapestView; readonly settings: RunSettings }
  | { readonly kind: "failed"; readonly reason: Said };

export interface Cheapest {
  readonly search: CheapestSearch;
  start(session: RecordedSession, settings: RunSettings): void;
  cancel(): void;
}

export function useCheapest(ask: SessionWorker["ask"]): Cheapest {
  const [search, setSearch] = useState<CheapestSearch>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  const start = useCallback(
    async (session: RecordedSession, settings: RunSettings): Promise<void> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      setSearch({ kind: "working", share: 0 });
      const answered = await ask(
        { kind: "cheapest-for-session", session, settings },
        {
          signal,
          onProgress: (done, total) => {
            if (!signal.aborted) setSearch({ kind: "working", share: total > 0 ? done / total : 0 });
          },
        },
      );
      if (signal.aborted) return;
      setSearch(
        answered.ok
          ? { kind: "ready", value: answered.value, settings }
          : { kind: "failed", reason: answered.reason },
      );
    },
    [ask],
  );
  const cancel = useCallback((): void => {
    running.current?.abort();
    setSearch({ kind: "idle" });
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  return {
    search,
    start: useCallback((session, settings) => void start(session, settings), [start]),
    cancel,
  };
}

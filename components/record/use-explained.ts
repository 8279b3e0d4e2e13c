"use client";
/** The explanation of a session: one is worked on at a time, and of what comes meanwhile only the newest is next. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { RunSettings } from "../../lib/run/predict-run";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import type { SessionView } from "../../lib/sessions/session-view";
import type { Said } from "../../lib/words/message";
import { type SessionWorker, startSessionWorker } from "./session-worker";

export interface ExplainedSession {
  /** Of the newest session that was explained; null before the first. */
  readonly view: SessionView | null;
  /** One sentence; null where nothing went wrong. */
  readonly failure: Said | null;
  readonly ask: SessionWorker["ask"];
}

interface Asked {
  readonly session: RecordedSession;
  readonly settings: RunSettings;
}

/** @param session null = nothing to explain yet; the same object as long as nothing has changed */
export function useExplained(session: RecordedSession | null, settings: RunSettings): ExplainedSession {
  const [view, setView] = useState<SessionView | null>(null);
  const [failure, setFailure] = useState<Said | null>(null);
  const worker = useRef<SessionWorker | null>(null);
  const next = useRef<Asked | null>(null);
  const isBusy = useRef(false);
  const isLeft = useRef(false);

  useEffect(() => {
    if (!session) return;
    next.current = { session, settings };
    void work();

    async function work(): Promise<void> {
      if (isBusy.current) return;
      isBusy.current = true;
      while (next.current) {
        const asked = next.current;
        next.current = null;
        worker.current ??= startSessionWorker();
        const answered = await worker.current.ask({ kind: "explain-session", ...asked });
        if (isLeft.current) break;
        // Its worker ended before it could answer.
        if (!worker.current) continue;
        if (answered.ok) setView(answered.value);
        setFailure(answered.ok ? null : answered.reason);
      }
      isBusy.current = false;
    }
  }, [session, settings]);

  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      const started = worker.current;
      worker.current = null;
      started?.end();
    };
  }, []);

  const ask = useCallback<SessionWorker["ask"]>((question, options) => {
    worker.current ??= startSessionWorker();
    return worker.current.ask(question, options);
  }, []);
  return { view, failure, ask };
}

/** Carries a run out: asks for predictions, waits, sends, and tells whoever watches. It outlives the view. */

import { nextEffect, type RunEffect, reduceRun, startRun } from "../../lib/run/live-run";
import type { RunEvent } from "../../lib/run/run-event";
import { addressRequest } from "../../lib/run/run-headers";
import { settingsOf } from "../../lib/run/run-settings";
import type { RunPlan, RunState } from "../../lib/run/run-state";
import type { QuestionClient } from "../../lib/worker/question-client";
import { keepRun, readKeptRun } from "./run-storage";
import { sendRequest } from "./send-request";

export interface Runner {
  /** The run; null before the first one. The same object until something happens. */
  readonly getRun: () => RunState | null;
  readonly subscribe: (listener: () => void) => () => void;
  start(plan: Omit<RunPlan, "startedAt">, ceiling: number | null, key: string): void;
  pause(): void;
  resume(ceiling: number | null, key: string): void;
  cancel(): void;
}

/** Milliseconds: the longest wait that a timer is set for. */
const MAX_TIMER = 60_000;

const readClock = (): number => Date.now() / 1000;

export function createRunner(ask: QuestionClient["ask"]): Runner {
  const kept = readKeptRun();
  let run = kept && reduceRun(kept, { kind: "restore" });
  let key = "";
  /** Work on an earlier run ends by itself once this has changed. */
  let generation = 0;
  let isWorking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: AbortController | null = null;
  const listeners = new Set<() => void>();

  function show(next: RunState): void {
    run = next;
    keepRun(run);
    for (const listener of listeners) listener();
  }

  function dispatch(event: RunEvent): void {
    if (run) show(reduceRun(run, event));
  }

  async function predict(
    { requests }: RunEffect & { kind: "predict" },
    plan: RunPlan,
    own: number,
  ): Promise<void> {
    const answered = await ask({ kind: "predict-run", requests, settings: settingsOf(plan) });
    if (own !== generation) return;
    const prediction = answered.ok ? (answered.value.requests.at(-1) ?? null) : null;
    const reason = answered.ok ? "The next request cannot be read, so it is not sent." : answered.reason;
    dispatch({ kind: "predicted", prediction, reason });
  }

  async function send(effect: RunEffect & { kind: "send" }, plan: RunPlan, own: number): Promise<void> {
    const { request, at, completion } = effect;
    const controller = new AbortController();
    underWay = controller;
    dispatch({ kind: "sent", at, clock: readClock() });
    const outcome = await sendRequest(addressRequest(plan, request, { at, completion, key }), request.body, {
      signal: controller.signal,
      onFirst: () => own === generation && dispatch({ kind: "first-token", clock: readClock() }),
    });
    if (own !== generation) return;
    underWay = null;
    dispatch(outcome.kind === "refused" ? outcome : { ...outcome, clock: readClock() });
  }

  /** Does what is next until there is nothing to do, or only time has to pass. */
  async function advance(): Promise<void> {
    clearTimeout(timer);
    if (isWorking) return;
    isWorking = true;
    const own = generation;
    while (run && own === generation) {
      const { plan } = run;
      const now = readClock() - plan.startedAt;
      const effect = nextEffect(run, now);
      if (effect.kind === "none") break;
      if (effect.kind === "wait") {
        timer = setTimeout(() => void advance(), Math.min(MAX_TIMER, (effect.until - now) * 1000));
        break;
      }
      if (effect.kind === "dispatch") dispatch(effect.event);
      else if (effect.kind === "predict") await predict(effect, plan, own);
      else await send(effect, plan, own);
    }
    if (own === generation) isWorking = false;
  }

  function leaveWork(): void {
    generation += 1;
    isWorking = false;
    clearTimeout(timer);
    underWay?.abort();
    underWay = null;
  }

  return {
    getRun: () => run,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(plan, ceiling, with_) {
      leaveWork();
      key = with_;
      show(startRun({ ...plan, startedAt: readClock() }, ceiling));
      void advance();
    },
    pause() {
      clearTimeout(timer);
      dispatch({ kind: "pause" });
    },
    resume(ceiling, with_) {
      key = with_;
      dispatch({ kind: "resume", ceiling });
      void advance();
    },
    cancel() {
      dispatch({ kind: "cancel", clock: readClock() });
      leaveWork();
    },
  };
}

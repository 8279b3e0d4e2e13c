/** Carries an audit out: waits, sends one call after the other, and tells whoever watches. */
import { addressCall } from "../../lib/audit/address-call";
import type { AuditPlan } from "../../lib/audit/audit-plan";
import { type AuditEvent, type AuditState, startAudit } from "../../lib/audit/audit-state";
import { type AuditEffect, nextEffect, reduceAudit } from "../../lib/audit/run-audit";
import { sendRequest } from "../run/send-request";

export interface AuditRunner {
  /** The audit; null before the first one. The same object until something happens. */
  readonly getAudit: () => AuditState | null;
  readonly subscribe: (listener: () => void) => () => void;
  start(plan: AuditPlan, ceiling: number | null, key: string): void;
  resume(ceiling: number | null, key: string): void;
  cancel(): void;
}

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });

export function createAuditRunner(): AuditRunner {
  let audit: AuditState | null = null;
  let key = "";
  let origin = 0;
  /** Work on an earlier audit ends by itself once this has changed. */
  let generation = 0;
  let underWay: AbortController | null = null;
  const listeners = new Set<() => void>();
  const readClock = (): number => performance.now() / 1000 - origin;

  function dispatch(event: AuditEvent): void {
    if (!audit) return;
    audit = reduceAudit(audit, event);
    for (const listener of listeners) listener();
  }

  async function send(effect: AuditEffect & { kind: "send" }, plan: AuditPlan, own: number): Promise<void> {
    if (effect.wait > 0) await pause(effect.wait);
    if (own !== generation) return;
    const controller = new AbortController();
    underWay = controller;
    dispatch({ kind: "sent", clock: readClock() });
    const outcome = await sendRequest(addressCall(plan, key), effect.body, {
      signal: controller.signal,
      onFirst: () => own === generation && dispatch({ kind: "first-token", clock: readClock() }),
    });
    if (own !== generation) return;
    underWay = null;
    if (outcome.kind === "refused") return dispatch(outcome);
    const clock = readClock();
    if (outcome.kind === "broke-off") return dispatch({ ...outcome, clock });
    const { answer, requestId } = outcome;
    dispatch({ kind: "answered", clock, answer: { usage: answer.usage, requestId } });
  }

  async function advance(): Promise<void> {
    const own = generation;
    while (audit && own === generation) {
      const effect = nextEffect(audit);
      if (effect.kind === "none") return;
      if (effect.kind === "stop") dispatch(effect);
      else await send(effect, audit.plan, own);
    }
  }

  function leaveWork(): void {
    generation += 1;
    underWay?.abort();
    underWay = null;
  }

  return {
    getAudit: () => audit,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(plan, ceiling, with_) {
      leaveWork();
      key = with_;
      origin = performance.now() / 1000;
      audit = startAudit(plan, ceiling);
      for (const listener of listeners) listener();
      void advance();
    },
    resume(ceiling, with_) {
      key = with_;
      dispatch({ kind: "resume", ceiling });
      void advance();
    },
    cancel() {
      leaveWork();
      dispatch({ kind: "cancel", clock: readClock() });
    },
  };
}

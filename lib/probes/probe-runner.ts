/** Carries a run of probes out: sends what is due, side by side, waits, and tells whoever watches. */

import { decodeUsage } from "../answers/decode-usage";
import { billUsage } from "../run/bill-usage";
import { findProbe } from "./list-probes";
import { listCalls, type ProbePlan, writeBody } from "./plan";
import type { ProbeCall, ProbeResult } from "./probe";
import { type DueCall, nextEffect, type ProbeEvent, type ProbeRun, reduceRun, resultsOf } from "./probe-run";
import { addressCall, EMULATED_DURATION, type Keys, sendCall } from "./send-call";

/** Seconds since a run began. The emulator's is virtual: waiting takes no time there. */
export interface ProbeClock {
  /** True where waiting takes no time: it then waits for no second while calls are under way. */
  readonly isVirtual: boolean;
  now(): number;
  /** Resolves at that second, or soon after; early where the signal aborts. */
  until(second: number, signal: AbortSignal): Promise<void>;
  /** The second at which a call that was sent at `sentAt` and has just ended has ended. */
  endOf(sentAt: number, lasts: number): number;
}

/** A clock that jumps to whatever is waited for. */
export function createVirtualClock(start = 0): ProbeClock {
  let second = start;
  return {
    isVirtual: true,
    now: () => second,
    async until(next) {
      second = Math.max(second, next);
    },
    endOf: (sentAt, lasts) => sentAt + lasts,
  };
}

export interface ProbeRunner {
  /** The same object until something happens. */
  getRun(): ProbeRun | null;
  subscribe(listener: () => void): () => void;
  start(run: ProbeRun, keys: Keys, clock: ProbeClock): void;
  pause(): void;
  resume(ceiling: number | null, keys: Keys, clock: ProbeClock): void;
  cancel(): void;
  /** Resolves once the run stands still. */
  whenIdle(): Promise<void>;
}

const isFree = (result: ProbeResult): boolean =>
  result.kind === "refused" || (result.kind === "failed" && result.isUnbilled === true);

/** What a call has cost, as it was asked where its usage leaves that open; null where that is not known. */
function costOf({ model, region }: ProbePlan, { byImplicit }: ProbeCall, body: string, result: ProbeResult) {
  if (isFree(result)) return 0;
  if (result.kind !== "answered" || region === null) return null;
  const reading = decodeUsage(result.usage);
  if (!reading.ok) return null;
  const { usage } = reading;
  const asked = {
    model,
    readAs: byImplicit ? "read:implicit" : "read",
    thinking: body.includes('"enable_thinking":true') || null,
  } as const;
  const costFor = (life: number): number | null => billUsage(usage, { ...asked, life }, { region }).cost;
  // Where no hour has a price, none is sold.
  return (body.includes('"ttl":"1h"') ? costFor(3600) : null) ?? costFor(300);
}

/**
 * @param post a `fetch`
 * @param keep is told every new state
 * @param kept a run of an earlier visit, which then stands still
 */
export function createProbeRunner(
  post: typeof fetch,
  keep: (run: ProbeRun) => void = () => {},
  kept: ProbeRun | null = null,
): ProbeRunner {
  let run = kept && reduceRun(kept, { kind: "restore" });
  let keys: Keys = { first: "" };
  let clock: ProbeClock = createVirtualClock();
  let work: AbortController | null = null;
  let isAdvancing = false;
  let idle: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();

  function dispatch(event: ProbeEvent): void {
    if (!run) return;
    run = reduceRun(run, event);
    keep(run);
    for (const listener of listeners) listener();
  }

  async function send(due: DueCall, at: number, signal: AbortSignal): Promise<void> {
    if (!run) return;
    const { plan } = run;
    const { probe, repeat, attempt, call } = due;
    const asking = { probe, repeat, attempt };
    const body = JSON.stringify(writeBody(plan, asking, call, resultsOf(run, asking)));
    const came = await sendCall(post, addressCall(plan, call, at, keys), body, signal);
    if (signal.aborted) return;
    const ended = clock.endOf(at, call.lasts ?? EMULATED_DURATION);
    const result = came.kind === "answered" ? { ...came, lasted: ended - at } : came;
    const cost = costOf(plan, call, body, result);
    dispatch({ kind: "ended", ...asking, call: call.id, result, cost, clock: ended });
  }

  /** Until that second, or until a call that is under way ends: what follows it may be due earlier. */
  async function wait(
    until: number,
    underWay: ReadonlySet<Promise<void>>,
    signal: AbortSignal,
  ): Promise<void> {
    if (underWay.size === 0) return clock.until(until, signal);
    if (clock.isVirtual) return Promise.race(underWay);
    const waiting = new AbortController();
    await Promise.race([...underWay, clock.until(until, AbortSignal.any([signal, waiting.signal]))]);
    waiting.abort();
  }

  async function advance(own: AbortController): Promise<void> {
    const underWay = new Set<Promise<void>>();
    while (run && !own.signal.aborted) {
      const now = clock.now();
      const effect = nextEffect(run, now);
      if (effect.kind === "dispatch") dispatch(effect.event);
      else if (effect.kind === "send") {
        const calls = effect.calls.map(({ call, at: _, ...asking }) => ({ ...asking, call: call.id }));
        dispatch({ kind: "sent", calls, clock: now });
        for (const due of effect.calls) {
          const sending: Promise<void> = send(due, now, own.signal).finally(() => underWay.delete(sending));
          underWay.add(sending);
        }
      } else if (effect.kind === "wait") await wait(effect.until, underWay, own.signal);
      else if (underWay.size > 0) await Promise.race(underWay);
      else break;
    }
    if (work === own) isAdvancing = false;
  }

  function begin(with_: Keys, by: ProbeClock): void {
    work?.abort();
    [keys, clock, work, isAdvancing] = [with_, by, new AbortController(), true];
    idle = advance(work);
  }

  return {
    getRun: () => run,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(first, with_, by) {
      run = first;
      keep(first);
      begin(with_, by);
    },
    pause: () => dispatch({ kind: "pause" }),
    resume(ceiling, with_, by) {
      dispatch({ kind: "resume", ceiling });
      // Calls that were under way when it paused go on.
      if (isAdvancing) keys = with_;
      else begin(with_, by);
    },
    cancel() {
      work?.abort();
      dispatch({ kind: "cancel" });
    },
    whenIdle: () => idle,
  };
}

/** How many calls a run has, and how many have ended. */
export const countCalls = ({ plan, sent }: ProbeRun): { readonly ended: number; readonly of: number } => ({
  ended: sent.filter(({ endedAt }) => endedAt !== null).length,
  of: plan.probes.reduce((sum, id) => sum + findProbe(id).repeats * listCalls(findProbe(id), plan).length, 0),
});

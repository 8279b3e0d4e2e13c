/** A run of probes as plain data: what was sent, what came of it, and what is due next. */

import { addAmounts } from "../bill/bill";
import type { Problem } from "../run/sending";
import { tell } from "../words/message";
import { findProbe } from "./list-probes";
import { chooseBeginning, MINUTE } from "./pace-askings";
import { type Asking, isOf, listCalls, mostOfCall, type ProbePlan } from "./plan";
import type { ProbeCall, ProbeId, ProbeResult, Results } from "./probe";

/** A call that was sent. Seconds since the run began. */
export interface SentCall extends Asking {
  readonly call: string;
  readonly startedAt: number;
  /** Null while it is under way. */
  readonly endedAt: number | null;
  /** Null while it is under way. */
  readonly result: ProbeResult | null;
  /** The most it can have cost; null where a price is unknown. */
  readonly most: number | null;
  /** What it cost by the price table, nothing where it was refused unbilled; null where that is not known. */
  readonly cost: number | null;
}

/** An asking that says nothing, and why. */
export interface SetAside extends Asking {
  readonly why: "failed" | "late" | "lost";
}

export interface ProbeRun {
  readonly version: 1;
  readonly plan: ProbePlan;
  readonly status: "running" | "paused" | "stopped" | "done" | "cancelled";
  /** In the order they were sent. */
  readonly sent: readonly SentCall[];
  readonly aside: readonly SetAside[];
  /** Why it stands still; null where it does not. */
  readonly problem: Problem | null;
  /** In the price's currency; null = none. */
  readonly ceiling: number | null;
}

export type ProbeEvent =
  | {
      readonly kind: "sent";
      readonly calls: readonly (Asking & { readonly call: string })[];
      readonly clock: number;
    }
  | (Asking & {
      readonly kind: "ended";
      readonly call: string;
      readonly result: ProbeResult;
      readonly cost: number | null;
      readonly clock: number;
    })
  | { readonly kind: "set-aside"; readonly asking: Asking; readonly why: SetAside["why"] }
  | { readonly kind: "stop"; readonly problem: Problem }
  | { readonly kind: "finish" }
  | { readonly kind: "pause" }
  | { readonly kind: "resume"; readonly ceiling: number | null }
  | { readonly kind: "cancel" }
  /** The page was left while it ran, and is back. */
  | { readonly kind: "restore" };

export const startRun = (plan: ProbePlan, ceiling: number | null): ProbeRun => ({
  version: 1,
  plan,
  status: "running",
  sent: [],
  aside: [],
  problem: null,
  ceiling,
});

/** How often an asking is tried before nothing is said. */
export const MOST_ATTEMPTS = 3;
/** Seconds that a call may be late: the times that are asked for are ten seconds and more apart from what they test. */
const TOLERANCE = 4;
/** Calls under way at one time. */
const SIDE_BY_SIDE = 4;

/** The attempt of each repeat that counts; null once it was set aside as often as it may. */
export function listAskings({ plan, aside }: Pick<ProbeRun, "plan" | "aside">): readonly (Asking | null)[] {
  return plan.probes.flatMap((probe) =>
    Array.from({ length: findProbe(probe).repeats }, (_, repeat) => {
      const attempt = aside.filter((one) => one.probe === probe && one.repeat === repeat).length;
      return attempt < MOST_ATTEMPTS ? { probe, repeat, attempt } : null;
    }),
  );
}

/** What came of the calls of an asking so far, by their ids. */
export const resultsOf = ({ sent }: Pick<ProbeRun, "sent">, asking: Asking): Results =>
  new Map(sent.filter(isOf(asking)).flatMap(({ call, result }) => (result ? [[call, result] as const] : [])));

/**
 * Money spent; what has no known cost counts with the most it can be, save what the service refused, which is not billed.
 * Null where a price is unknown.
 */
export const spentOf = ({ sent }: Pick<ProbeRun, "sent">): number | null =>
  addAmounts(sent.map(({ cost, most, result }) => (result?.kind === "refused" ? 0 : (cost ?? most))));

export type DueCall = Asking & { readonly call: ProbeCall; readonly at: number };

/** When a call is due; null where what it follows has not come so far. */
function timeOf(call: ProbeCall, calls: readonly SentCall[], begun: number): number | null {
  const { after } = call;
  if (!after) return begun;
  const before = calls.find((sent) => sent.call === after.call);
  const from = after.from === "start" ? before?.startedAt : before?.endedAt;
  return from == null ? null : from + after.seconds;
}

/** The calls of an asking that have not been sent, and whose time is known. */
export function listDue(run: ProbeRun, asking: Asking, now: number): readonly DueCall[] {
  const sent = run.sent.filter(isOf(asking));
  const known = new Set(sent.map(({ call }) => call));
  const begun = sent[0]?.startedAt ?? now;
  return listCalls(findProbe(asking.probe), run.plan).flatMap((call) => {
    const at = known.has(call.id) ? null : timeOf(call, sent, begun);
    return at === null ? [] : [{ ...asking, call, at }];
  });
}

/** True once every call of an asking has ended. */
export const isWhole = (run: ProbeRun, asking: Asking): boolean =>
  resultsOf(run, asking).size === listCalls(findProbe(asking.probe), run.plan).length;

export type ProbeEffect =
  | { readonly kind: "none" }
  /** Nothing is due before that second, unless a call that is under way ends. */
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "dispatch"; readonly event: ProbeEvent }
  | { readonly kind: "send"; readonly calls: readonly DueCall[] };

/** The askings under way come first, so that no long wait begins late and none is missed. */
function chooseNext(
  run: ProbeRun,
  now: number,
): { readonly due: readonly DueCall[]; readonly next: number | null } {
  const askings = listAskings(run).filter((one) => one !== null);
  const isBegun = (asking: Asking): boolean => run.sent.some(isOf(asking));
  const begun = askings.filter(isBegun);
  const waiting = begun.flatMap((asking) => listDue(run, asking, now));
  const recent = run.sent.map(({ startedAt }) => startedAt).filter((at) => now - at < MINUTE);
  const fresh = askings.filter((one) => !isBegun(one));
  const beginning = chooseBeginning(run, { begun, fresh, now, waiting });
  const all = [...waiting, ...beginning.flatMap((asking) => listDue(run, asking, now))];
  const due = all.filter(({ at }) => at <= now);
  const later = all.filter(({ at }) => at > now).map(({ at }) => at);
  // What may not begin now may when the minute of an earlier call is over.
  if (beginning.length < fresh.length) later.push(...recent.map((at) => at + MINUTE));
  return { due, next: later.length > 0 ? Math.min(...later) : null };
}

/** What to do now. @param now seconds since the run began */
export function nextEffect(run: ProbeRun, now: number): ProbeEffect {
  if (run.status !== "running") return { kind: "none" };
  const underWay = run.sent.filter(({ endedAt }) => endedAt === null).length;
  const { due, next } = chooseNext(run, now);
  const late = due.find(({ at, call }) => call.after && now - at > TOLERANCE);
  if (late) {
    const { probe, repeat, attempt } = late;
    return {
      kind: "dispatch",
      event: { kind: "set-aside", asking: { probe, repeat, attempt }, why: "late" },
    };
  }
  if (due.length > 0 && underWay < SIDE_BY_SIDE) return chooseAffordable(run, due, SIDE_BY_SIDE - underWay);
  if (due.length > 0) return { kind: "none" };
  if (next !== null) return { kind: "wait", until: next };
  if (underWay > 0) return { kind: "none" };
  return { kind: "dispatch", event: { kind: "finish" } };
}

/** As many of the due calls as may be sent at once; those that belong at one moment are sent together or not at all. */
function chooseAffordable(run: ProbeRun, due: readonly DueCall[], places: number): ProbeEffect {
  const calls: DueCall[] = [];
  for (const one of due) {
    if (calls.includes(one)) continue;
    const together = due.filter((other) => isOf(one)(other) && other.at === one.at);
    if (calls.length > 0 && calls.length + together.length > places) break;
    calls.push(...together);
  }
  const most = addAmounts(calls.map(({ call }) => mostOfCall(run.plan, call)));
  const problem = guard(run, most);
  return problem ? { kind: "dispatch", event: { kind: "stop", problem } } : { kind: "send", calls };
}

function guard(run: ProbeRun, most: number | null): Problem | null {
  const { ceiling } = run;
  if (ceiling === null) return null;
  const spent = spentOf(run);
  if (spent === null || most === null) {
    return { kind: "ceiling", sentence: tell("run.ceilingUnknown"), wayOut: tell("probes.unpriced") };
  }
  return spent + most <= ceiling
    ? null
    : { kind: "ceiling", sentence: tell("probes.pastCeiling"), wayOut: tell("probes.raiseCeiling") };
}

/** Statuses by which the key, or what it asks for, is not let in: all calls after it would be answered so too. */
const DENIED = new Set([401, 403]);

function end(run: ProbeRun, event: Extract<ProbeEvent, { kind: "ended" }>): ProbeRun {
  const { result, cost, clock, call } = event;
  const sent = run.sent.map((one) =>
    isOf(event)(one) && one.call === call && one.endedAt === null
      ? { ...one, endedAt: clock, result, cost }
      : one,
  );
  const denied = result.kind === "failed" && DENIED.has(result.status ?? 0) ? result.status : null;
  const problem =
    denied &&
    ({
      kind: "error",
      sentence: tell("probes.accessDenied", { status: denied }),
      wayOut: tell("probes.checkAccess"),
    } as const);
  const ended: ProbeRun = { ...run, sent, ...(problem ? { status: "stopped", problem } : {}) };
  const spoilt =
    result.kind === "failed" ||
    (result.kind === "refused" && findCall(run, event, call)?.mayBeRefused !== true);
  return spoilt ? setAside(ended, event, "failed") : ended;
}

const findCall = ({ plan }: ProbeRun, { probe }: Asking, id: string): ProbeCall | undefined =>
  listCalls(findProbe(probe), plan).find((call) => call.id === id);

function setAside(run: ProbeRun, { probe, repeat, attempt }: Asking, why: SetAside["why"]): ProbeRun {
  const asking = { probe, repeat, attempt };
  return run.aside.some(isOf(asking)) ? run : { ...run, aside: [...run.aside, { ...asking, why }] };
}

export const isOver = ({ status }: Pick<ProbeRun, "status">): boolean =>
  status === "done" || status === "cancelled";

/** Calls under way have been lost: they may have been billed, and their askings say nothing. */
function lose(run: ProbeRun): ProbeRun {
  const lost = run.sent.filter(({ endedAt }) => endedAt === null);
  const sent = run.sent.map((one) =>
    one.endedAt === null
      ? { ...one, endedAt: one.startedAt, result: { kind: "failed" as const, fault: "lost" } }
      : one,
  );
  return lost.reduce<ProbeRun>((left, asking) => setAside(left, asking, "lost"), { ...run, sent });
}

/** The run after an event. Events that do not fit its state change nothing; never throws. */
export function reduceRun(run: ProbeRun, event: ProbeEvent): ProbeRun {
  if (isOver(run)) return run;
  switch (event.kind) {
    case "sent": {
      const sent = event.calls.map(({ probe, repeat, attempt, call }): SentCall => {
        const known = findCall(run, { probe, repeat, attempt }, call);
        const most = known ? mostOfCall(run.plan, known) : null;
        return {
          probe,
          repeat,
          attempt,
          call,
          startedAt: event.clock,
          endedAt: null,
          result: null,
          most,
          cost: null,
        };
      });
      return { ...run, sent: [...run.sent, ...sent] };
    }
    case "ended":
      return end(run, event);
    case "set-aside":
      return setAside(run, event.asking, event.why);
    case "stop":
      return { ...run, status: "stopped", problem: event.problem };
    case "finish":
      return { ...run, status: "done", problem: null };
    case "pause":
      return run.status === "running" ? { ...run, status: "paused" } : run;
    case "resume":
      return run.status === "running"
        ? run
        : { ...run, status: "running", problem: null, ceiling: event.ceiling };
    case "cancel":
      return { ...lose(run), status: "cancelled", problem: null };
    case "restore":
      return run.status === "running" ? { ...lose(run), status: "paused" } : lose(run);
  }
}

/** How far each probe is: of its repeats, how many are whole, and when the last call is due. */
export function progressOf(run: ProbeRun, id: ProbeId): { readonly done: number; readonly of: number } {
  const { repeats } = findProbe(id);
  const askings = listAskings(run).filter((one) => one?.probe === id);
  const done = askings.filter((one) => one !== null && isWhole(run, one)).length;
  return { done: done + (repeats - askings.filter((one) => one !== null).length), of: repeats };
}

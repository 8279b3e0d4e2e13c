/** Carries an audit from event to event, and says what is to be done next. */

import { formatAmount } from "../values/figures";
import { gapBefore, listCalls, type PlannedCall } from "./audit-plan";
import { type AuditEvent, type AuditProblem, type AuditState, countedOf, spentOf } from "./audit-state";
import { enterCall } from "./enter-call";
import { currencyOf, mostOfCall } from "./estimate-audit";
import { writeAuditBody } from "./write-audit-body";

export type AuditEffect =
  | {
      readonly kind: "send";
      readonly call: PlannedCall;
      readonly body: string /** Seconds. */;
      readonly wait: number;
    }
  | { readonly kind: "stop"; readonly problem: AuditProblem }
  | { readonly kind: "none" };

/** The call that comes next; null where all have their answer. */
export const nextCall = (state: AuditState): PlannedCall | null =>
  listCalls(state.plan)[countedOf(state).length] ?? null;

/** Why a call must not be sent: spent and the most it can cost would pass the ceiling. Null where it may. */
function guardCeiling(state: AuditState, call: PlannedCall): AuditProblem | null {
  const { ceiling, plan } = state;
  if (ceiling === null) return null;
  const spent = spentOf(state);
  const most = mostOfCall(plan, call.kind);
  if (spent === null || most === null) {
    return {
      sentence: "The ceiling cannot be kept, because a price that it needs is unknown.",
      wayOut: "Resume without a ceiling, or cancel the audit.",
    };
  }
  if (spent + most <= ceiling) return null;
  const write = (amount: number): string => formatAmount(amount, currencyOf(plan));
  return {
    sentence: `The next call could cost ${write(most)} at most, which with ${write(spent)} spent would pass the ceiling of ${write(ceiling)}.`,
    wayOut: "Raise the ceiling and resume, or cancel the audit.",
  };
}

/** What to do now. While a call is under way there is nothing to do but wait for its events. */
export function nextEffect(state: AuditState): AuditEffect {
  const call = nextCall(state);
  if (state.status !== "running" || state.underWay || !call) return { kind: "none" };
  const problem = guardCeiling(state, call);
  if (problem) return { kind: "stop", problem };
  const body = writeAuditBody(state.plan, call, state.attempt);
  return { kind: "send", call, body, wait: gapBefore(call, state.plan) };
}

/** Sets the unfinished pair aside: after a pause its entries may be gone, so it begins again with a new prompt. */
function restartPair(state: AuditState): Pick<AuditState, "calls" | "attempt"> {
  const pair = nextCall(state)?.pair;
  const calls = state.calls.map((call) => (call.pair === pair ? { ...call, counts: false } : call));
  return { calls, attempt: state.attempt + 1 };
}

/** The audit after an event; one that does not fit leaves it as it is. */
export function reduceAudit(state: AuditState, event: AuditEvent): AuditState {
  const { underWay, status } = state;
  switch (event.kind) {
    case "sent": {
      const call = nextCall(state);
      if (status !== "running" || underWay || !call) return state;
      return { ...state, underWay: { call, clock: event.clock, firstClock: null } };
    }
    case "first-token":
      return underWay && underWay.firstClock === null
        ? { ...state, underWay: { ...underWay, firstClock: event.clock } }
        : state;
    case "answered": {
      if (!underWay) return state;
      const calls = enterCall(state, event.clock, { answer: event.answer });
      const next = { ...state, calls, underWay: null };
      return nextCall(next) ? next : { ...next, status: "done" };
    }
    case "refused": {
      const { sentence, wayOut } = event;
      return underWay
        ? { ...state, underWay: null, status: "stopped", problem: { sentence, wayOut } }
        : state;
    }
    case "broke-off": {
      if (!underWay) return state;
      const calls = enterCall(state, event.clock, { fault: event.sentence });
      const wayOut = "It may have been billed. Resume to begin its pair again, or cancel the audit.";
      return {
        ...state,
        calls,
        underWay: null,
        status: "stopped",
        problem: { sentence: event.sentence, wayOut },
      };
    }
    case "stop":
      return status === "running" ? { ...state, status: "stopped", problem: event.problem } : state;
    case "resume":
      return status === "stopped"
        ? { ...state, ...restartPair(state), status: "running", problem: null, ceiling: event.ceiling }
        : state;
    case "cancel": {
      if (status === "done" || status === "cancelled") return state;
      const calls = underWay
        ? enterCall(state, event.clock, { fault: "The call was called off." })
        : state.calls;
      return { ...state, calls, underWay: null, status: "cancelled", problem: null };
    }
  }
}

/** The live run as a state machine: what an event makes of it, and what is to be done next. */

import { enterAnswer, enterBroken } from "./enter-answer";
import { guardCost } from "./guard-cost";
import type { SentRequest } from "./predict-run";
import type { RunEvent } from "./run-event";
import { answeredOf, isVirtual, type RunPlan, type RunProblem, type RunState } from "./run-state";
import { type RunRequest, type RunScript, writeRunScript } from "./write-run-script";

export type RunEffect =
  | { readonly kind: "none" }
  /** Nothing to do before that second of the run. */
  | { readonly kind: "wait"; readonly until: number }
  /** The last of the requests is the one that is sent next. */
  | { readonly kind: "predict"; readonly requests: readonly SentRequest[] }
  | { readonly kind: "send"; readonly request: RunRequest; readonly at: number; readonly completion: number }
  | { readonly kind: "dispatch"; readonly event: RunEvent };

const NONE: RunEffect = { kind: "none" };

export const startRun = (plan: RunPlan, ceiling: number | null): RunState => ({
  version: 1,
  plan,
  status: "running",
  records: [],
  next: null,
  attempt: null,
  problem: null,
  ceiling,
});

/** The script does not change between two answers. */
const scripts = new WeakMap<RunPlan, { readonly key: string; readonly script: RunScript }>();

/** The requests of a run, with the answers that have come. */
export function scriptOf({ plan, records }: Pick<RunState, "plan" | "records">): RunScript {
  const answers = answeredOf({ records }).map(({ answer }) => answer);
  const key = JSON.stringify(answers);
  const known = scripts.get(plan);
  if (known?.key === key) return known.script;
  const script = writeRunScript(plan, answers);
  scripts.set(plan, { key, script });
  return script;
}

/** When the next request is due, in seconds of the run. */
function dueAt(state: RunState, order: number, requests: readonly RunRequest[], now: number): number {
  const request = requests[order];
  const before = requests[order - 1];
  if (!request || !before) return now;
  if (state.plan.gaps === "skip") return now;
  const sent = state.records.findLast((record) => record.order === order - 1);
  return sent ? sent.sentAt + request.at - before.at : now;
}

/** A request that is sent again takes place no earlier than its first attempt. */
function timeOf(state: RunState, request: RunRequest, now: number): number {
  if (!isVirtual(state.plan)) return now;
  return Math.max(request.at, state.records.at(-1)?.sentAt ?? 0);
}

const writeSent = (
  request: RunRequest,
  at: number,
  duration: number,
  completion: number | null,
): SentRequest => ({
  body: request.body,
  at,
  duration,
  completion,
  reply: request.reply,
  limit: request.limit,
});

function sentSoFar({ records }: RunState, requests: readonly RunRequest[]): SentRequest[] {
  return records.flatMap(({ order, sentAt, endedAt, billed }) => {
    const request = requests[order];
    return request ? [writeSent(request, sentAt, endedAt - sentAt, billed?.completion ?? 0)] : [];
  });
}

/**
 * What is to be done now. Asking again changes nothing: only events change a run.
 * @param now seconds from the run's start
 */
export function nextEffect(state: RunState, now: number): RunEffect {
  if (state.status !== "running" || state.attempt) return NONE;
  const { requests, problem } = scriptOf(state);
  if (problem !== null) {
    const stop = { kind: "script", sentence: problem, wayOut: "Mend the document, then run again." } as const;
    return { kind: "dispatch", event: { kind: "stop", problem: stop } };
  }
  const order = answeredOf(state).length;
  const request = requests[order];
  if (!request) return { kind: "dispatch", event: { kind: "finish" } };
  const due = dueAt(state, order, requests, now);
  if (due > now) return { kind: "wait", until: due };
  const at = timeOf(state, request, now);
  if (!state.next) {
    const next = writeSent(request, at, request.duration, request.completion);
    return { kind: "predict", requests: [...sentSoFar(state, requests), next] };
  }
  const refused = guardCost(state);
  if (refused) return { kind: "dispatch", event: { kind: "stop", problem: refused } };
  return { kind: "send", request, at, completion: state.next.completion };
}

const MAYBE_BILLED = "It may have been billed: to send it again may pay twice.";

function breakOff(state: RunState, clock: number, sentence: string): RunState {
  const order = answeredOf(state).length;
  const label = scriptOf(state).requests[order]?.label ?? "";
  const record = enterBroken(state, label, clock, `${sentence} ${MAYBE_BILLED}`, order);
  return { ...state, attempt: null, next: null, records: [...state.records, record] };
}

const stop = (state: RunState, problem: RunProblem): RunState => ({
  ...state,
  attempt: null,
  next: null,
  status: "stopped",
  problem,
});

/** Names of the tools that the script expects to be called in the answer of a request. */
function expectedCalls({ requests }: RunScript, order: number): readonly string[] {
  if (requests[order + 1]?.kind !== "tool-round") return [];
  const calls = requests[order]?.reply.matchAll(/<tool_call>\n\{"name": "([^"]*)"/g) ?? [];
  return [...calls].map(([, name = ""]) => name);
}

/** The run after an event. Events that do not fit the run's state change nothing; never throws. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  const isOver = state.status === "done" || state.status === "cancelled";
  if (isOver) return state;
  switch (event.kind) {
    case "predicted":
      return event.prediction
        ? { ...state, next: event.prediction }
        : stop(state, { kind: "script", sentence: event.reason, wayOut: "" });
    case "sent":
      if (state.attempt) return state;
      return { ...state, attempt: { at: event.at, clock: event.clock, firstClock: null } };
    case "first-token":
      if (!state.attempt || state.attempt.firstClock !== null) return state;
      return { ...state, attempt: { ...state.attempt, firstClock: event.clock } };
    case "answered": {
      if (!state.attempt) return state;
      const script = scriptOf(state);
      const order = answeredOf(state).length;
      const request = script.requests[order];
      if (!request) return state;
      const record = enterAnswer(state, request, expectedCalls(script, order), event, order);
      return { ...state, attempt: null, next: null, records: [...state.records, record] };
    }
    case "refused":
      return stop(state, { kind: "error", sentence: event.sentence, wayOut: event.wayOut });
    case "broke-off": {
      if (!state.attempt) return state;
      const wayOut = "It may have been billed: resume to send it again, or cancel.";
      const problem: RunProblem = { kind: "maybe-billed", sentence: event.sentence, wayOut };
      return stop(breakOff(state, event.clock, event.sentence), problem);
    }
    case "stop":
      return stop(state, event.problem);
    case "finish":
      return { ...state, status: "done", problem: null };
    case "pause":
      return state.status === "running" ? { ...state, status: "paused" } : state;
    case "resume":
      return {
        ...state,
        status: "running",
        problem: null,
        ceiling: event.ceiling,
        next: state.attempt ? state.next : null,
      };
    case "cancel": {
      const left = state.attempt ? breakOff(state, event.clock, "The request was cancelled midway.") : state;
      return { ...left, status: "cancelled", problem: null };
    }
    case "restore": {
      if (!state.attempt)
        return state.status === "running" ? { ...state, status: "paused", next: null } : state;
      const sentence = "The page was left before the answer had come.";
      return reduceRun(state, { kind: "broke-off", clock: state.attempt.clock, sentence });
    }
  }
}

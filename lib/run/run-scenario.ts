/** The live run as a state machine: what an event makes of it, and what is to be done next. */

import { type Said, tell } from "../words/message";
import { boundOutput } from "./bound-output";
import { enterAnswer } from "./enter-answer";
import { leftOf, refuseByCeiling } from "./money";
import type { RequestPrediction, SentRequest } from "./predict-run";
import { isVirtual, moneyOf, passedOf, type RunPlan, type RunState } from "./run-state";
import { sayMaybeBilled } from "./say-maybe-billed";
import type { SendEffect } from "./sender";
import { isOver, reduceSending, type SendEvent, type SendRules, type SentFacts } from "./sending";
import { type RunRequest, type RunScript, writeRunScript } from "./write-run-script";

/** What the next request will be billed; null where it cannot be said, and why. */
export interface Predicted {
  readonly kind: "predicted";
  readonly prediction: RequestPrediction | null;
  readonly reason: Said;
}

/** A request, and the tokens that the emulator is to answer with. */
export interface RunSend extends SentFacts {
  readonly request: RunRequest;
  readonly completion: number;
}

/** The question is what the last of the requests will be billed: it is sent next. */
type RunEffect = SendEffect<RunSend, readonly SentRequest[]>;

export const startRun = (plan: RunPlan, ceiling: number | null): RunState => ({
  version: 3,
  plan,
  status: "running",
  records: [],
  next: null,
  underWay: null,
  problem: null,
  ceiling,
});

/** The script does not change between two answers. */
const scripts = new WeakMap<RunPlan, { readonly key: string; readonly script: RunScript }>();

/** The requests of a run, with the answers that have come. */
export function scriptOf({ plan, records }: Pick<RunState, "plan" | "records">): RunScript {
  const answers = passedOf({ records }).map(({ answer }) => answer);
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
  if (state.status !== "running" || state.underWay) return { kind: "none" };
  const { requests, problem } = scriptOf(state);
  if (problem !== null) {
    const stop = { kind: "script", sentence: problem, wayOut: tell("run.mendDocument") } as const;
    return { kind: "dispatch", event: { kind: "stop", problem: stop } };
  }
  const order = passedOf(state).length;
  const request = requests[order];
  if (!request) return { kind: "dispatch", event: { kind: "finish" } };
  const due = dueAt(state, order, requests, now);
  if (due > now) return { kind: "wait", until: due };
  const at = timeOf(state, request, now);
  if (!state.next) {
    const next = writeSent(request, at, request.duration, request.completion);
    return { kind: "ask", question: [...sentSoFar(state, requests), next] };
  }
  const { next, plan } = state;
  const money = moneyOf(state);
  const left = leftOf(state, money);
  const sent = { body: request.body, dialect: request.dialect, model: next.model };
  const bound =
    left === "unknown"
      ? ({ ok: false, why: "unpriced" } as const)
      : boundOutput(
          { ...sent, prompt: next.promptAtMost, rates: next.rates, completion: next.completion },
          left,
        );
  if (!bound.ok) {
    const facts = { money, currency: next.currency, model: plan.settings.model };
    const problem = refuseByCeiling(state, bound, facts, CEILING_WORDS);
    return { kind: "dispatch", event: { kind: "stop", problem } };
  }
  const { body, most, added } = bound;
  return { kind: "send", body, most, added, request, at, completion: next.completion };
}

const CEILING_WORDS = {
  raise: (enough: string) => tell("run.raiseCeiling", { enough }),
  unpriced: tell("run.unpriced"),
};

/** Names of the tools that the script expects to be called in the answer of a request. */
function expectedCalls({ requests }: RunScript, order: number): readonly string[] {
  if (requests[order + 1]?.kind !== "tool-round") return [];
  const calls = requests[order]?.reply.matchAll(/<tool_call>\n\{"name": "([^"]*)"/g) ?? [];
  return [...calls].map(([, name = ""]) => name);
}

const RULES: SendRules<RunState> = {
  maybeBilled(state, fault, most) {
    const { requests } = scriptOf(state);
    const order = passedOf(state).length;
    return sayMaybeBilled({
      fault,
      most,
      order,
      currency: state.next?.currency ?? null,
      isEmulator: state.plan.target.kind === "emulator",
      hasNext: order + 1 < requests.length,
    });
  },
  cancelled: tell("run.cancelledMidway"),
  enter(state, ended) {
    const script = scriptOf(state);
    const order = passedOf(state).length;
    const request = script.requests[order] ?? { label: "" };
    return enterAnswer(state, request, expectedCalls(script, order), ended);
  },
  skip: ({ records, ...state }) => ({
    ...state,
    records: records.map((record, place) =>
      place === records.length - 1 ? { ...record, skipped: true } : record,
    ),
  }),
  prepare: (state) => (state.underWay ? state : { ...state, next: null }),
};

/** The run after an event. Events that do not fit the run's state change nothing; never throws. */
export function reduceRun(state: RunState, event: SendEvent | Predicted): RunState {
  if (event.kind !== "predicted") return reduceSending(state, event, RULES);
  if (isOver(state)) return state;
  if (event.prediction) return { ...state, next: event.prediction };
  const problem = { kind: "script", sentence: event.reason, wayOut: "" } as const;
  return reduceSending(state, { kind: "stop", problem }, RULES);
}

/**
 * What is kept of a run that is too large to be kept whole: what it sent, and what that cost. It is over, so that nothing of it is
 * sent again.
 */
export function condenseRun(run: RunState): RunState {
  const left = reduceRun(run, { kind: "restore" });
  const wayOut = left.problem?.kind === "maybe-billed" ? left.problem.sentence : "";
  return {
    ...left,
    status: "cancelled",
    next: null,
    problem: { kind: "script", sentence: tell("run.notKept"), wayOut },
    plan: { ...left.plan, text: "", settings: { ...left.plan.settings, scenario: null } },
    records: left.records.map((record) => ({ ...record, answer: null, usage: null })),
  };
}

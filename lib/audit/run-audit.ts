/** Carries an audit from event to event, and says what is to be done next. */
import { addressEmulator, addressRelay, type RequestAddress } from "../run/address-request";
import { billUsage } from "../run/bill-usage";
import type { SendEffect } from "../run/sender";
import { guardCost, reduceSending, type SendEvent, type SendRules } from "../run/sending";
import { tell } from "../words/message";
import { type AuditPlan, gapBefore, listCalls, type PlannedCall } from "./audit-plan";
import { type AuditCall, type AuditState, countedOf, spentOf } from "./audit-state";
import { currencyOf, mostOfCall } from "./estimate-audit";
import { writeAuditBody } from "./write-audit-body";

/** The call that comes next, or is under way; null where all have their answer. */
export const nextCall = (state: AuditState): PlannedCall | null =>
  listCalls(state.plan)[countedOf(state).length] ?? null;

/**
 * What to do now. While a call is under way there is nothing to do but wait for its events.
 * @param now seconds since the audit began
 */
export function nextEffect(
  state: AuditState,
  now: number,
): SendEffect<{ readonly call: PlannedCall; readonly at: number }> {
  const call = nextCall(state);
  if (state.status !== "running" || state.underWay || !call) return { kind: "none" };
  const { plan, calls, attempt } = state;
  const amounts = { spent: spentOf(state), most: mostOfCall(plan, call.kind), currency: currencyOf(plan) };
  const problem = guardCost(state, amounts, RULES);
  if (problem) return { kind: "dispatch", event: { kind: "stop", problem } };
  const last = calls.at(-1);
  const due = last ? last.sentAt + last.total + gapBefore(call, plan) : now;
  if (due > now) return { kind: "wait", until: due };
  return { kind: "send", call, at: now, body: writeAuditBody(plan, call, attempt) };
}

/** Tokens that the emulator answers with. */
const EMULATED_ANSWER = 4;

/**
 * Where the calls of an audit go, and with which headers.
 * @param key of the service; empty = the server's own, where it has one. The emulator never gets it.
 */
export function addressCall(
  { target, dialect, marked }: Pick<AuditPlan, "target" | "dialect" | "marked">,
  key: string,
): RequestAddress {
  if (target.kind !== "emulator") return addressRelay(target.endpoint, target.workspace, key);
  return addressEmulator(dialect, target.account, {
    "x-emulator-latency": "real",
    "x-emulator-completion": String(EMULATED_ANSWER),
    // Without it the emulator reads nothing for requests without markers.
    ...(marked ? {} : { "x-emulator-implicit": "always" }),
    ...(target.behaviour === "honest" ? {} : { "x-emulator-lie": target.behaviour }),
  });
}

/**
 * What the usage says the call cost. Some gateways add `cost` to the usage:
 * https://openrouter.ai/docs/use-cases/usage-accounting (2026-11).
 */
function readCost(usage: unknown): number | null {
  const cost = typeof usage === "object" && usage !== null ? Reflect.get(usage, "cost") : null;
  return typeof cost === "number" && Number.isFinite(cost) && cost >= 0 ? cost : null;
}

function costOf({ model, region, marked }: AuditPlan, usage: AuditCall["usage"]): number | null {
  if (!usage || region === null) return null;
  const readAs = marked ? "read" : "read:implicit";
  return billUsage(usage, { model, readAs, life: 0, thinking: null }, { region }).cost;
}

const RULES: SendRules<AuditState> = {
  pastCeiling: (amounts) => tell("audit.pastCeiling", amounts),
  raiseCeiling: tell("audit.raiseCeiling"),
  unpriced: tell("audit.unpriced"),
  brokenOff: tell("audit.brokenOff"),
  cancelled: tell("audit.cancelled"),
  enter(state, { answer, ...facts }) {
    const call = nextCall(state);
    if (!call) return state;
    const entered: AuditCall = {
      ...call,
      ...facts,
      attempt: state.attempt,
      most: mostOfCall(state.plan, call.kind),
      outcome: answer ? "answered" : "broken",
      counts: answer !== null,
      rawUsage: answer?.usage ?? null,
      reportedCost: readCost(answer?.usage),
      cost: costOf(state.plan, facts.usage),
    };
    const next = { ...state, calls: [...state.calls, entered] };
    return nextCall(next) ? next : { ...next, status: "done" };
  },
  /** Sets the unfinished pair aside: after a pause its entries may be gone, so it begins again with a new prompt. */
  prepare(state) {
    const pair = nextCall(state)?.pair;
    const calls = state.calls.map((call) => (call.pair === pair ? { ...call, counts: false } : call));
    return { ...state, calls, attempt: state.attempt + 1 };
  },
};

/** The audit after an event; one that does not fit leaves it as it is. */
export const reduceAudit = (state: AuditState, event: SendEvent): AuditState =>
  reduceSending(state, event, RULES);

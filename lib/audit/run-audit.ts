/** Carries an audit from event to event, and says what is to be done next. */
import { addressEmulator, addressRelay, type RequestAddress } from "../run/address-request";
import { billUsage } from "../run/bill-usage";
import { boundOutput } from "../run/bound-output";
import { leftOf, refuseByCeiling } from "../run/money";
import type { SendEffect } from "../run/sender";
import { reduceSending, type SendEvent, type SendRules, type SentFacts } from "../run/sending";
import { formatAmount } from "../values/figures";
import { tell } from "../words/message";
import { type AuditPlan, gapBefore, listCalls, type PlannedCall } from "./audit-plan";
import { type AuditCall, type AuditState, countedOf, moneyOf } from "./audit-state";
import { boundedCall, currencyOf } from "./estimate-audit";

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
): SendEffect<SentFacts & { readonly call: PlannedCall }> {
  const call = nextCall(state);
  if (state.status !== "running" || state.underWay || !call) return { kind: "none" };
  const { plan, calls, attempt } = state;
  const last = calls.at(-1);
  const due = last ? last.sentAt + last.total + gapBefore(call, plan) : now;
  if (due > now) return { kind: "wait", until: due };
  const money = moneyOf(state);
  const left = leftOf(state, money);
  const bound =
    left === "unknown"
      ? ({ ok: false, why: "unpriced" } as const)
      : boundOutput(boundedCall(plan, call, attempt), left);
  if (!bound.ok) {
    const facts = { money, currency: currencyOf(plan), model: plan.model };
    const problem = refuseByCeiling(state, bound, facts, CEILING_WORDS);
    return { kind: "dispatch", event: { kind: "stop", problem } };
  }
  const { body, most, added } = bound;
  return { kind: "send", call, at: now, body, most, added };
}

const CEILING_WORDS = {
  raise: (enough: string) => tell("audit.raiseCeiling", { enough }),
  unpriced: tell("audit.unpriced"),
};

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
  /** A pair is begun again with new prompts, so that there is nothing to be skipped. */
  maybeBilled(state, fault, most) {
    const call = nextCall(state);
    const amount = most === null ? "" : formatAmount(most, currencyOf(state.plan));
    const told = { fault, call: (call?.order ?? 0) + 1, pair: call?.pair ?? 0, most: amount };
    const isEmulator = state.plan.target.kind === "emulator";
    return {
      kind: "maybe-billed",
      sentence:
        most === null
          ? tell(isEmulator ? "audit.sentToEmulatorUnknown" : "audit.sentAndOpenUnknown", told)
          : tell(isEmulator ? "audit.sentToEmulator" : "audit.sentAndOpen", told),
      wayOut: tell("audit.brokenOff"),
      choices: {
        again: told.pair === 0 ? tell("audit.openAgain") : tell("audit.pairAgain", told),
        skip: null,
      },
    };
  },
  cancelled: tell("audit.cancelled"),
  enter(state, { answer, ...facts }) {
    const call = nextCall(state);
    if (!call) return state;
    const entered: AuditCall = {
      ...call,
      ...facts,
      attempt: state.attempt,
      outcome: answer ? "answered" : "broken",
      counts: answer !== null,
      rawUsage: answer?.usage ?? null,
      reportedCost: readCost(answer?.usage),
      cost: costOf(state.plan, facts.usage),
    };
    const next = { ...state, calls: [...state.calls, entered] };
    return nextCall(next) ? next : { ...next, status: "done" };
  },
  skip: (state) => state,
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

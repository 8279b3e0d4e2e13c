/** Enters the call under way into the audit, with what came of it. */

import { decodeUsage } from "../answers/decode-usage";
import { billUsage } from "../run/bill-usage";
import type { AuditPlan } from "./audit-plan";
import type { AnswerFacts, AuditCall, AuditState } from "./audit-state";
import { mostOfCall } from "./estimate-audit";

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
  return billUsage(
    usage,
    { model, readAs: marked ? "read" : "read:implicit", life: 0, thinking: null },
    { region },
  ).cost;
}

/** @param clock when the call ended, in seconds since the audit began */
export function enterCall(
  { plan, underWay, attempt, calls }: AuditState,
  clock: number,
  came: { readonly answer: AnswerFacts } | { readonly fault: string },
): readonly AuditCall[] {
  if (!underWay) return calls;
  const { call, clock: begun, firstClock } = underWay;
  const times = {
    sentAt: begun,
    firstToken: firstClock === null ? null : Math.max(0, firstClock - begun),
    total: Math.max(0, clock - begun),
  };
  const most = mostOfCall(plan, call.kind);
  if ("fault" in came) {
    const nothing = { usage: null, rawUsage: null, reportedCost: null, cost: null, requestId: null };
    return [
      ...calls,
      { ...call, ...times, ...nothing, attempt, most, outcome: "broken", counts: false, fault: came.fault },
    ];
  }
  const { usage: rawUsage, requestId } = came.answer;
  const reading = decodeUsage(rawUsage);
  const usage = reading.ok ? reading.usage : null;
  const facts = { usage, rawUsage, reportedCost: readCost(rawUsage), cost: costOf(plan, usage), requestId };
  return [
    ...calls,
    {
      ...call,
      ...times,
      ...facts,
      attempt,
      most,
      outcome: "answered",
      counts: true,
      fault: reading.ok ? null : reading.reason,
    },
  ];
}

/** An audit as plain data: its calls, how it stands, and what happens to it. No clock: times are passed in. */
import type { DecodedUsage } from "../answers/decode-usage";
import type { AuditPlan, CallKind, PlannedCall } from "./audit-plan";

/** A call that was sent; times in seconds. */
export interface AuditCall extends PlannedCall {
  /** Counts from 0; a pair that was disturbed is sent again as another attempt. */
  readonly attempt: number;
  /** `broken`: no whole answer came, so that it may have been billed. */
  readonly outcome: "answered" | "broken";
  /** False for calls of a pair that was disturbed: they are shown and paid, but not judged. */
  readonly counts: boolean;
  /** Since the audit began. */
  readonly sentAt: number;
  /** Null where no words came. */
  readonly firstToken: number | null;
  readonly total: number;
  /** Null where the answer has none that can be read. */
  readonly usage: DecodedUsage | null;
  /** The usage as it was sent. */
  readonly rawUsage: unknown;
  /** What the answer itself says it cost, in whatever currency; null where it says nothing. */
  readonly reportedCost: number | null;
  /** By the price table; null where a price or the usage is unknown. */
  readonly cost: number | null;
  /** The most it can have cost; null where a price is unknown. */
  readonly most: number | null;
  readonly requestId: string | null;
  /** What went wrong, one sentence; null where nothing did. */
  readonly fault: string | null;
}

/** Why an audit stands still: what is wrong, and what to do about it. */
export interface AuditProblem {
  readonly sentence: string;
  readonly wayOut: string;
}

export interface AuditState {
  readonly version: 1;
  readonly plan: AuditPlan;
  readonly status: "running" | "stopped" | "done" | "cancelled";
  /** In the order they were sent. */
  readonly calls: readonly AuditCall[];
  readonly attempt: number;
  /** The call under way; clocks count seconds since the audit began. */
  readonly underWay: {
    readonly call: PlannedCall;
    readonly clock: number;
    readonly firstClock: number | null;
  } | null;
  readonly problem: AuditProblem | null;
  /** The most the audit may cost, in the price's currency; null = no limit. */
  readonly ceiling: number | null;
}

/** What an answer says of itself. */
export interface AnswerFacts {
  readonly usage: unknown;
  readonly requestId: string | null;
}

/** What happens to an audit; clocks count seconds since it began. */
export type AuditEvent =
  | { readonly kind: "sent"; readonly clock: number }
  | { readonly kind: "first-token"; readonly clock: number }
  | { readonly kind: "answered"; readonly clock: number; readonly answer: AnswerFacts }
  /** Refused before anything of an answer came: nothing is billed. */
  | { readonly kind: "refused"; readonly sentence: string; readonly wayOut: string }
  | { readonly kind: "broke-off"; readonly clock: number; readonly sentence: string }
  | { readonly kind: "stop"; readonly problem: AuditProblem }
  | { readonly kind: "resume"; readonly ceiling: number | null }
  | { readonly kind: "cancel"; readonly clock: number };

export const startAudit = (plan: AuditPlan, ceiling: number | null): AuditState => ({
  version: 1,
  plan,
  status: "running",
  calls: [],
  attempt: 0,
  underWay: null,
  problem: null,
  ceiling,
});

/** The calls that are judged and that the plan's order goes on from. */
export const countedOf = ({ calls }: Pick<AuditState, "calls">): readonly AuditCall[] =>
  calls.filter(({ counts }) => counts);

export const callsOfKind = (calls: readonly AuditCall[], kind: CallKind): readonly AuditCall[] =>
  calls.filter((call) => call.kind === kind);

/** Money spent; what may have been billed counts with the most it can be. Null where a price is unknown. */
export function spentOf({ calls }: Pick<AuditState, "calls">): number | null {
  let sum = 0;
  for (const { cost, most } of calls) {
    const amount = cost ?? most;
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

/** An audit as plain data: its calls, and how it stands. */
import type { DecodedUsage } from "../answers/decode-usage";
import type { AddedLimit } from "../run/bound-output";
import { type Money, splitMoney } from "../run/money";
import type { Sending } from "../run/sending";
import type { Said } from "../words/message";
import type { AuditPlan, PlannedCall } from "./audit-plan";

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
  /** Limits that the ceiling has put into it. */
  readonly added: readonly AddedLimit[];
  readonly requestId: string | null;
  /** What went wrong, one sentence; null where nothing did. */
  readonly fault: Said | null;
}

export interface AuditState extends Sending {
  readonly version: 2;
  readonly plan: AuditPlan;
  /** In the order they were sent. */
  readonly calls: readonly AuditCall[];
  readonly attempt: number;
}

export const startAudit = (plan: AuditPlan, ceiling: number | null): AuditState => ({
  version: 2,
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

/** What an audit has cost, and what it may have cost besides: calls whose bill never came count with the most it can be. */
export const moneyOf = ({ calls }: Pick<AuditState, "calls">): Money => splitMoney(calls);

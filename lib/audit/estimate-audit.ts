/** What an audit costs by the price table, before anything is sent. */

import { billRequest } from "../bill/bill";
import { findModel } from "../offers/catalogue";
import { findPrice } from "../offers/prices";
import { type AuditPlan, type CallKind, listCalls } from "./audit-plan";
import { FRAME, MAX_ANSWER } from "./write-audit-body";

/** Amounts in `currency`; null where a price is unknown. */
export interface AuditEstimate {
  readonly calls: number;
  /** Where the cache works as the price table has it. */
  readonly low: number | null;
  /** Where nothing is ever read. */
  readonly most: number | null;
  readonly currency: "USD" | "CNY" | null;
}

/** Tokens of a prompt in another vocabulary than Qwen3's, against ours, at most. */
const MARGIN = 1.25;
/** Tokens of thoughts that are allowed for where a model may think and nothing tells it not to. */
const THOUGHTS = 2000;

const tokensOf = (kind: CallKind, { promptTokens }: Pick<AuditPlan, "promptTokens">): number =>
  kind === "cold" || kind === "warm" ? promptTokens : FRAME;

const thinkingOf = (model: string): boolean | null => {
  const known = findModel(model);
  // Where it is on by default the body turns it off.
  return known && known.thinkingDefault !== null ? false : null;
};

/** The most that one call can cost, in the price's currency; null where a price is unknown. */
export function mostOfCall(plan: AuditPlan, kind: CallKind): number | null {
  if (plan.region === null) return null;
  const tokens = Math.ceil(tokensOf(kind, plan) * MARGIN);
  const price = findPrice(plan.model, plan.region, tokens);
  const isThinking = thinkingOf(plan.model) === null;
  const usage = {
    read: 0,
    completion: MAX_ANSWER + (isThinking ? THOUGHTS : 0),
    readKind: "explicit",
    thinking: isThinking,
  } as const;
  const full = billRequest({ ...usage, written: 0, uncached: tokens }, price).cost;
  const asWritten = billRequest({ ...usage, written: tokens, uncached: 0 }, price).cost;
  return full === null ? null : Math.max(full, asWritten ?? 0);
}

function lowOfCall(plan: AuditPlan, kind: CallKind): number | null {
  if (plan.region === null) return null;
  const tokens = tokensOf(kind, plan);
  const price = findPrice(plan.model, plan.region, tokens);
  const split = {
    read: kind === "warm" ? tokens - FRAME : 0,
    written: kind === "cold" && plan.marked ? tokens - FRAME : 0,
  };
  const uncached = tokens - split.read - split.written;
  const readKind = plan.marked ? "explicit" : "implicit";
  const usage = { completion: MAX_ANSWER, readKind, thinking: false } as const;
  return (
    billRequest({ ...usage, ...split, uncached }, price).cost ??
    billRequest({ ...usage, read: 0, written: 0, uncached: tokens }, price).cost
  );
}

const add = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);

/** Adds up all calls of the plan. */
export function estimateAudit(plan: AuditPlan): AuditEstimate {
  const calls = listCalls(plan);
  return {
    calls: calls.length,
    low: add(calls.map(({ kind }) => lowOfCall(plan, kind))),
    most: add(calls.map(({ kind }) => mostOfCall(plan, kind))),
    currency: currencyOf(plan),
  };
}

/** The currency of the plan's prices; null where none is known. */
export const currencyOf = ({
  model,
  region,
  promptTokens,
}: Pick<AuditPlan, "model" | "region" | "promptTokens">): "USD" | "CNY" | null =>
  region === null ? null : (findPrice(model, region, promptTokens)?.currency ?? null);

/** What an audit costs by the price table, before anything is sent. */

import { addAmounts, billRequest } from "../bill/bill";
import { findOffer } from "../offers/model-studio-offer";
import { type Currency, findBand, outputKind, type TokenLine } from "../offers/offer";
import { type BoundedRequest, boundOutput } from "../run/bound-output";
import { findDearestRates } from "../run/dearest-rates";
import { type AuditPlan, type CallKind, listCalls, type PlannedCall } from "./audit-plan";
import { FRAME, MAX_ANSWER, writeAuditBody } from "./write-audit-body";

/** Amounts in `currency`; null where a price is unknown. */
export interface AuditEstimate {
  readonly calls: number;
  /** Where the cache works as the price table has it. */
  readonly low: number | null;
  /** Where nothing is ever read. */
  readonly most: number | null;
  readonly currency: Currency | null;
}

/** Tokens of a prompt in another vocabulary than Qwen3's, against ours, at most. */
const MARGIN = 1.25;
const tokensOf = (kind: CallKind, { promptTokens }: Pick<AuditPlan, "promptTokens">): number =>
  kind === "cold" || kind === "warm" ? promptTokens : FRAME;

/** What a request of the plan costs; `kind` of the tokens that a cache reads or writes. */
function costOf(
  { model, region }: Pick<AuditPlan, "model" | "region">,
  input: readonly TokenLine[],
  answer: { readonly tokens: number; readonly thinking: boolean },
): number | null {
  if (region === null) return null;
  const prompt = input.reduce((sum, { tokens }) => sum + tokens, 0);
  const band = findBand(findOffer(model, region).tariff, prompt);
  const output = { kind: outputKind(band, answer.thinking), tokens: answer.tokens };
  return billRequest([...input, output], band).cost;
}

/** A call as it is to be sent, with all that bounds its cost. */
export function boundedCall(plan: AuditPlan, call: PlannedCall, attempt: number): BoundedRequest {
  const { dialect, model, region, marked } = plan;
  const tokens = tokensOf(call.kind, plan);
  const size = { low: Math.floor(tokens / MARGIN), high: Math.ceil(tokens * MARGIN) };
  return {
    body: writeAuditBody(plan, call, attempt),
    dialect,
    model,
    prompt: size.high,
    rates: findDearestRates(region === null ? { bands: [] } : findOffer(model, region).tariff, size, marked),
    completion: MAX_ANSWER,
  };
}

/** The most that one call can cost, in the price's currency; null where a price, or its longest output, is not known. */
function mostOfCall(plan: AuditPlan, call: PlannedCall): number | null {
  const bound = boundOutput(boundedCall(plan, call, 0), null);
  return bound.ok ? bound.most : null;
}

function lowOfCall(plan: AuditPlan, kind: CallKind): number | null {
  const tokens = tokensOf(kind, plan);
  const answer = { tokens: MAX_ANSWER, thinking: false };
  const rest: TokenLine = { kind: "input", tokens: FRAME };
  const cached = { tokens: tokens - FRAME };
  const lines: readonly TokenLine[] | null =
    kind === "warm"
      ? [{ kind: plan.marked ? "read" : "read:implicit", ...cached }, rest]
      : kind === "cold" && plan.marked
        ? [{ kind: "write:300", ...cached }, rest]
        : null;
  const full = costOf(plan, [{ kind: "input", tokens }], answer);
  return (lines && costOf(plan, lines, answer)) ?? full;
}

/** Adds up all calls of the plan. */
export function estimateAudit(plan: AuditPlan): AuditEstimate {
  const calls = listCalls(plan);
  return {
    calls: calls.length,
    low: addAmounts(calls.map(({ kind }) => lowOfCall(plan, kind))),
    most: addAmounts(calls.map((call) => mostOfCall(plan, call))),
    currency: currencyOf(plan),
  };
}

/** The currency of the plan's prices; null where none is known. */
export const currencyOf = ({
  model,
  region,
  promptTokens,
}: Pick<AuditPlan, "model" | "region" | "promptTokens">): Currency | null =>
  region === null ? null : (findBand(findOffer(model, region).tariff, promptTokens)?.currency ?? null);

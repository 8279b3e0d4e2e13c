/** What an audit costs by the price table, before anything is sent. */

import { billRequest } from "../bill/bill";
import { findModel } from "../offers/catalogue";
import { findOffer } from "../offers/model-studio-offer";
import { type Currency, findBand, outputKind, type TokenLine } from "../offers/offer";
import { addAmounts } from "../run/sending";
import { type AuditPlan, type CallKind, listCalls } from "./audit-plan";
import { FRAME, MAX_ANSWER } from "./write-audit-body";

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
/** Tokens of thoughts that are allowed for where a model may think and nothing tells it not to. */
const THOUGHTS = 2000;

const tokensOf = (kind: CallKind, { promptTokens }: Pick<AuditPlan, "promptTokens">): number =>
  kind === "cold" || kind === "warm" ? promptTokens : FRAME;

const thinkingOf = (model: string): boolean | null => {
  const known = findModel(model);
  // Where it is on by default the body turns it off.
  return known && known.thinkingDefault !== null ? false : null;
};

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

/** The most that one call can cost, in the price's currency; null where a price is unknown. */
export function mostOfCall(plan: AuditPlan, kind: CallKind): number | null {
  const tokens = Math.ceil(tokensOf(kind, plan) * MARGIN);
  const thinking = thinkingOf(plan.model) === null;
  const answer = { tokens: MAX_ANSWER + (thinking ? THOUGHTS : 0), thinking };
  const full = costOf(plan, [{ kind: "input", tokens }], answer);
  return full === null ? null : Math.max(full, costOf(plan, [{ kind: "write:300", tokens }], answer) ?? 0);
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
    most: addAmounts(calls.map(({ kind }) => mostOfCall(plan, kind))),
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
